using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace Pricing.Api.ClientPages;

/// <summary>Markdown of an agency as HTML that can do nothing: words, lists, tables, emphasis and links to https.</summary>
internal static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "code", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td" },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "mailto" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
    })
    { KeepChildNodes = true };

    /// <summary>The text as HTML.</summary>
    public static MarkupString Of(string markdown)
    {
        try
        {
            return new(Sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline)));
        }
        catch (ArgumentException)
        {
            // A text nested deeper than anybody writes is refused by the parser; it is then shown as it stands.
            return new(System.Net.WebUtility.HtmlEncode(markdown));
        }
    }
}
