using System.Globalization;
using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Pricing.Documents.ClientPages;

namespace Pricing.Api.ClientPages;

/// <summary>Style, script and typeface of the pages. Their names carry a hash, so that browsers keep them for good.</summary>
internal static class PageAssets
{
    private const string Folder = "/client-page", ForGood = "public, max-age=31536000, immutable";

    private static readonly (string Name, byte[] Bytes) Style = Hashed("page", "css"), Script = Hashed("page", "js");

    /// <summary>Address of the style sheet.</summary>
    public static string StyleAddress => $"{Folder}/{Style.Name}";

    /// <summary>Address of the script.</summary>
    public static string ScriptAddress => $"{Folder}/{Script.Name}";

    /// <summary>Address of the style sheet with a brand's colours.</summary>
    public static string BrandAddress(string? colour) => $"{Folder}/brand-{PageBrand.CodeOf(colour)}.css";

    public static void MapPageAssets(this IEndpointRouteBuilder app)
    {
        var assets = app.MapGroup(Folder).AllowAnonymous().ExcludeFromDescription();
        assets.MapGet($"/{Style.Name}", (HttpContext context) => File(context, Style.Bytes, MediaTypeNames.Text.Css));
        assets.MapGet($"/{Script.Name}", (HttpContext context) => File(context, Script.Bytes, MediaTypeNames.Text.JavaScript));
        assets.MapGet("/plex-{weight:int}.ttf", IResult (int weight, HttpContext context) => PageFonts.File(weight) is { } font ? File(context, font, "font/ttf") : TypedResults.NotFound());
        assets.MapGet("/brand-{code:length(6)}.css", IResult (string code, HttpContext context) => PageBrand.Css(code) is { } css
            ? File(context, System.Text.Encoding.UTF8.GetBytes(css), MediaTypeNames.Text.Css)
            : TypedResults.NotFound());
    }

    private static FileContentHttpResult File(HttpContext context, byte[] bytes, string mediaType)
    {
        context.Response.Headers.CacheControl = ForGood;
        return TypedResults.Bytes(bytes, mediaType);
    }

    private static (string Name, byte[] Bytes) Hashed(string name, string extension)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"Pricing.Api.ClientPages.Assets.{name}.{extension}")
            ?? throw new InvalidOperationException($"The file {name}.{extension} of the client pages is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (string.Create(CultureInfo.InvariantCulture, $"{name}.{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}.{extension}"), bytes);
    }
}
