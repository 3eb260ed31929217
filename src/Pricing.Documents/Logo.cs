using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;
using SkiaSharp;

namespace Pricing.Documents;

/// <summary>An agency's logo, ready to be drawn.</summary>
internal abstract class Logo
{
    private Logo()
    {
    }

    /// <summary>Width over height.</summary>
    protected abstract double Aspect { get; }

    /// <summary>The logo of a file; null where there is none or it has a fault.</summary>
    public static Logo? Of(byte[]? file) => file is null || LogoFile.Faults(file).Count > 0 ? null
        : LogoFile.IsPng(file) ? new Dots(file)
        : new Drawing(SvgShapes.Of(file));

    /// <summary>Draws it into the upper left of a box; a drawing in one colour.</summary>
    public void Draw(Page page, double x, double y, double width, double height, Colour colour)
    {
        var (w, h) = Aspect > width / height ? (width, width / Aspect) : (height * Aspect, height);
        DrawIn(page, x, y + (height - h) / 2, w, h, colour);
    }

    protected abstract void DrawIn(Page page, double x, double y, double width, double height, Colour colour);

    private sealed class Dots : Logo
    {
        private readonly byte[] png;

        // Written anew, so that nothing of the file but its dots goes into a document.
        public Dots(byte[] file)
        {
            using var bitmap = SKBitmap.Decode(file);
            using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            (png, Aspect) = (data.ToArray(), (double)bitmap.Width / bitmap.Height);
        }

        protected override double Aspect { get; }

        protected override void DrawIn(Page page, double x, double y, double width, double height, Colour colour) => page.Picture(x, y, width, height, png);
    }

    private sealed class Drawing(SvgShapes svg) : Logo
    {
        protected override double Aspect => svg.Width / svg.Height;

        protected override void DrawIn(Page page, double x, double y, double width, double height, Colour colour)
        {
            var scale = width / svg.Width;
            Point At(Point point) => new(x + point.X * scale, y + point.Y * scale);
            foreach (var (steps, isEvenOdd) in svg.Shapes)
                page.Shape([.. steps.Select(step => new PathStep(step.Kind, At(step.To), At(step.First), At(step.Second)))], colour, isEvenOdd);
        }
    }
}
