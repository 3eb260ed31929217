using System.Net.Mime;
using System.Text;

namespace Pricing.Api.Problems;

/// <summary>A page for each kind of problem, where its address leads.</summary>
internal static class ProblemPages
{
    public static void MapProblemPages(this WebApplication app) =>
        app.MapGet("/problems/{code}", Get).ExcludeFromDescription();

    private static IResult Get(string code)
    {
        var type = ProblemType.All.FirstOrDefault(type => type.Code == code);
        return type is null ? TypedResults.NotFound() : TypedResults.Content(Page(type), MediaTypeNames.Text.Html, Encoding.UTF8);
    }

    private static string Page(ProblemType type) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{type.Title}</title>
        <body style="font: 16px/24px system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; color: #15181C">
        <p>Status {type.Status}, <code>{type.Address}</code></p>
        <h1>{type.Title}</h1>
        <h2>Cause</h2><p>{type.Cause}</p>
        <h2>Cure</h2><p>{type.Cure}</p>
        </body></html>
        """;
}
