using System.Net.Mime;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Pricing.Api.ClientPages.Parts;
using Pricing.Api.Endpoints;
using Pricing.Application.Errors;
using Pricing.Application.Features.Proposals;
using Pricing.Documents;
using Pricing.Documents.ClientPages;
using Pricing.Model.Quantities;

namespace Pricing.Api.ClientPages;

/// <summary>Pages to read.</summary>
internal sealed class ProposalPages(LinkedRequests links, IMediator mediator, TimeProvider time)
{
    // A PDF is shown by the browser's own viewer, which needs more than a page does.
    private const string PaperPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'";

    /// <summary>The proposal of a link.</summary>
    public async Task<IResult> Show(string token, HttpContext context)
    {
        var chosen = context.Request.Query["option"].ToString();
        var form = new PageForm { Option = chosen.Length == 1 ? chosen : null, Notice = context.Request.Query.ContainsKey("asked") ? "state.asked" : null };
        return await Show(token, form, context);
    }

    /// <summary>The proposal of a link with what was typed into it.</summary>
    public async Task<IResult> Show(string token, PageForm form, HttpContext context, int status = StatusCodes.Status200OK)
    {
        var shared = await links.Send(token, new OpenSharedProposal(LinkAgents.Of(context.Request)), context.RequestAborted);
        var model = new PageModel(token, shared, form, time.GetUtcNow());
        context.Response.Headers.ContentLanguage = model.Words.Code;
        return Page<ProposalPage>(status, (nameof(ProposalPage.Model), model));
    }

    /// <summary>A document of the proposal of a link, to be shown or kept.</summary>
    public async Task<IResult> Paper(string token, string kind, HttpContext context)
    {
        var wanted = ClientPageRoutes.KindOf(kind) ?? throw new NotFoundException("document", kind);
        var paper = await links.Send(token, new GetSharedPaper(wanted), context.RequestAborted);
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(paper.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.ContentSecurityPolicy = PaperPolicy;
        context.Response.Headers.ContentLanguage = paper.Language == DocumentLanguage.De ? "de" : "en";
        return TypedResults.Bytes(paper.Content, wanted switch
        {
            PaperKind.Data => MediaTypeNames.Application.Json,
            PaperKind.Workbook => DocumentEndpoints.Workbook,
            _ => MediaTypeNames.Application.Pdf,
        });
    }

    /// <summary>The agency's logo, where it is a picture.</summary>
    public async Task<IResult> Logo(string token, HttpContext context)
    {
        var file = await links.Send(token, new GetSharedLogo(), context.RequestAborted);
        return PageLogo.Of(file, "") is { Png: { } picture } ? TypedResults.Bytes(picture, MediaTypeNames.Image.Png) : throw new NotFoundException("logo", "of this proposal");
    }

    /// <summary>What a hash printed on a document stands for.</summary>
    public async Task<IResult> Check(string hash, HttpContext context)
    {
        var language = IsGerman(context.Request) ? DocumentLanguage.De : DocumentLanguage.En;
        (context.Response.Headers.Vary, context.Response.Headers.ContentLanguage) = (HeaderNames.AcceptLanguage, language == DocumentLanguage.De ? "de" : "en");
        var found = await mediator.Send(new VerifyHash(hash), context.RequestAborted);
        return Page<CheckPage>(
            found.Status == HashStatus.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
            (nameof(CheckPage.Found), found), (nameof(CheckPage.Words), PageWords.Of(language, Currency.Of("EUR"))));
    }

    /// <summary>One page for every link that opens nothing, whatever the reason, to the byte.</summary>
    public static IResult Nothing() => Page<NothingPage>(StatusCodes.Status404NotFound);

    /// <summary>That something did not work, in both languages: whose page it would have been is not known.</summary>
    public static IResult Trouble(int status, string text) => Page<TroublePage>(status, (nameof(TroublePage.Text), text));

    private static RazorComponentResult<TPage> Page<TPage>(int status, params (string Name, object Value)[] parameters)
        where TPage : IComponent =>
        new(parameters.ToDictionary(parameter => parameter.Name, parameter => (object?)parameter.Value)) { StatusCode = status, PreventStreamingRendering = true };

    private static bool IsGerman(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Value.HasValue && (IsLanguage(language, "de") || IsLanguage(language, "en")))
        .MaxBy(language => language.Quality ?? 1) is { } preferred && IsLanguage(preferred, "de");

    private static bool IsLanguage(StringWithQualityHeaderValue language, string code) => language.Value.StartsWith(code, StringComparison.OrdinalIgnoreCase);
}
