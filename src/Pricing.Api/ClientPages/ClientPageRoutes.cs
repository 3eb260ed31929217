using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Pricing.Application.Features.Proposals;

namespace Pricing.Api.ClientPages;

/// <summary>The pages that clients and holders of documents see; they are no part of the API. The token in a path is the only credential.</summary>
internal static partial class ClientPageRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddClientPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton<LinkedRequests>();
        builder.Services.AddScoped<ProposalPages>();
        builder.Services.AddScoped<ClientDecisions>();
        builder.Logging.KeepTokensOut();
    }

    public static void MapClientPages(this WebApplication app)
    {
        app.MapPageAssets();
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter<PageManners>();
        pages.MapMethods("/v/{hash}", Reading, (string hash, ProposalPages client, HttpContext context) => client.Check(hash, context));
        pages.MapMethods("/p/{token}", Reading, (string token, ProposalPages client, HttpContext context) => client.Show(token, context));
        pages.MapMethods("/p/{token}/documents/{kind}", Reading, (string token, string kind, ProposalPages client, HttpContext context) => client.Paper(token, kind, context));
        pages.MapMethods("/p/{token}/logo", Reading, (string token, ProposalPages client, HttpContext context) => client.Logo(token, context));
        pages.MapPost("/p/{token}/accept", (string token, ClientDecisions client, HttpContext context) => client.Accept(token, context));
        pages.MapPost("/p/{token}/total", (string token, ClientDecisions client, HttpContext context) => client.Total(token, context));
        pages.MapPost("/p/{token}/decline", (string token, ClientDecisions client, HttpContext context) => client.Decline(token, context));
        pages.MapPost("/p/{token}/questions", (string token, ClientDecisions client, HttpContext context) => client.Ask(token, context));

        // Whoever reloads the answer to a form, or keeps its address, means the page.
        pages.MapMethods("/p/{token}/{form:regex(^(accept|total|decline|questions)$)}", Reading, (string token, HttpContext context) => SeeOther(context, $"/p/{token}"));
        pages.Map("/p/{**rest}", () => ProposalPages.Nothing());
    }

    /// <summary>Whether a text can be a token; whatever cannot opens nothing, and asks the database nothing.</summary>
    public static bool IsToken(string token) => Token().IsMatch(token);

    /// <summary>Sends the browser to a page by GET. The platform's own result would log the address, and the token in it.</summary>
    public static IResult SeeOther(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>What kind of document a part of a path names; null for none.</summary>
    public static PaperKind? KindOf(string name) => name switch
    {
        "proposal" => PaperKind.Proposal,
        "workbook" => PaperKind.Workbook,
        "data" => PaperKind.Data,
        "certificate" => PaperKind.Certificate,
        _ => null,
    };

    [GeneratedRegex(@"^[A-Za-z0-9_-]{43}\z")]
    private static partial Regex Token();
}
