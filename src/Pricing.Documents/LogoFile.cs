using SkiaSharp;

namespace Pricing.Documents;

/// <summary>Whether a file can stand for an agency in its documents.</summary>
public static class LogoFile
{
    /// <summary>Most bytes of a logo.</summary>
    public const int MostBytes = 512 * 1024;

    private const int MostDots = 4_000_000;

    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Why a file is no logo, in English; empty where it is one: a PNG, or an SVG of filled shapes.</summary>
    public static IReadOnlyList<string> Faults(byte[] file)
    {
        if (file.Length is 0 or > MostBytes)
            return [$"A logo has 1 to {MostBytes} bytes."];
        if (!IsPng(file))
            return SvgShapes.Faults(file);
        using var stream = new MemoryStream(file);
        using var codec = SKCodec.Create(stream);
        if (codec is null)
            return ["The PNG cannot be read."];
        if ((long)codec.Info.Width * codec.Info.Height > MostDots)
            return [$"A PNG has at most {MostDots} dots."];
        using var bitmap = SKBitmap.Decode(codec);
        return bitmap is null ? ["The PNG cannot be read."] : [];
    }

    internal static bool IsPng(byte[] file) => file.AsSpan().StartsWith(PngStart);
}
