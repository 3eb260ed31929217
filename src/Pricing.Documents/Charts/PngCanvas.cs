using SkiaSharp;

namespace Pricing.Documents.Charts;

/// <summary>A drawing as a picture, at a multiple of its pixels.</summary>
internal sealed class PngCanvas : ICanvas, IDisposable
{
    private static readonly SKTypeface[] Faces =
        [.. Enum.GetValues<Weight>().Select(weight => SKTypeface.FromData(SKData.CreateCopy(Typeface.Of(weight).Bytes)))];

    private readonly SKBitmap bitmap;
    private readonly SKCanvas canvas;

    public PngCanvas(int width, int height, int density)
    {
        bitmap = new SKBitmap(width * density, height * density, SKColorType.Rgba8888, SKAlphaType.Opaque);
        canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(density);
    }

    public void Rectangle(double x, double y, double width, double height, Colour? fill, Stroke? outline = null)
    {
        var box = SKRect.Create((float)x, (float)y, (float)width, (float)height);
        if (fill is { } colour)
            Paint(colour, null, paint => canvas.DrawRect(box, paint));
        if (outline is not null)
            Paint(outline.Colour, outline, paint => canvas.DrawRect(box, paint));
    }

    public void Line(double x1, double y1, double x2, double y2, Stroke stroke) =>
        Paint(stroke.Colour, stroke, paint => canvas.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, paint));

    public void Polyline(IReadOnlyList<Point> points, Stroke stroke)
    {
        using var path = PathOf(points);
        Paint(stroke.Colour, stroke, paint => canvas.DrawPath(path, paint));
    }

    public void Polygon(IReadOnlyList<Point> points, Colour fill)
    {
        using var path = PathOf(points);
        Paint(fill, null, paint => canvas.DrawPath(path, paint));
    }

    public void Dot(double x, double y, double radius, Colour fill, Stroke? outline = null)
    {
        Paint(fill, null, paint => canvas.DrawCircle((float)x, (float)y, (float)radius, paint));
        if (outline is not null)
            Paint(outline.Colour, outline, paint => canvas.DrawCircle((float)x, (float)y, (float)radius, paint));
    }

    public void Text(double x, double baseline, string text, TextStyle style, Colour colour, Anchor anchor = Anchor.Start)
    {
        using var font = new SKFont(Faces[(int)style.Weight], (float)style.Size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };
        var align = anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left };
        Paint(colour, null, paint => canvas.DrawText(text, (float)x, (float)baseline, align, font, paint));
    }

    public byte[] Encode()
    {
        canvas.Flush();
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    public void Dispose()
    {
        canvas.Dispose();
        bitmap.Dispose();
    }

    private static SKPath PathOf(IReadOnlyList<Point> points)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly([.. points.Select(point => new SKPoint((float)point.X, (float)point.Y))], close: false);
        return builder.Detach();
    }

    private static void Paint(Colour colour, Stroke? stroke, Action<SKPaint> draw)
    {
        using var paint = new SKPaint { Color = new(colour.Red, colour.Green, colour.Blue), IsAntialias = true };
        using var dashes = stroke is { Dash: > 0 } ? SKPathEffect.CreateDash([(float)stroke.Dash, (float)stroke.Gap], 0) : null;
        if (stroke is not null)
        {
            paint.Style = SKPaintStyle.Stroke;
            paint.StrokeWidth = (float)stroke.Width;
            paint.PathEffect = dashes;
        }

        draw(paint);
    }
}
