using System.Text;
using System.Text.Json.Nodes;
using Pricing.Application.Contract;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Pricing.Application.Features.Engagements;

/// <summary>Changes stored documents where no figure stands.</summary>
internal static class DocumentText
{
    /// <summary>The document with another name in the place of its client's, where it names one.</summary>
    public static string WithClient(string document, string name)
    {
        var whole = JsonNode.Parse(document)!.AsObject();
        if (whole.ContainsKey("client"))
            whole["client"] = name;
        return Encoding.UTF8.GetString(RawJson.Of(whole).Utf8.Span);
    }
}
