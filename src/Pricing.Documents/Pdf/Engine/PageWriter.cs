using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Pricing.Documents.Charts;
using Pricing.Documents.Pdf.Layout;

namespace Pricing.Documents.Pdf.Engine;

/// <summary>Draws the items of a page with the PDF library.</summary>
internal sealed class PageWriter(PdfPage page, XGraphics graphics, StructureBuilder structure, Dictionary<(Weight Weight, double Size), XFont> fonts)
{
    private static readonly XPdfFontOptions Embedded = new(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset);

    private int depth;
    private int figureDepth;

    public void Write(Page drawn)
    {
        foreach (var item in drawn.Items)
        {
            switch (item)
            {
                case PageItem.Begin begin:
                    Begin(begin.Tag);
                    depth++;
                    break;
                case PageItem.BeginFigure figure:
                    structure.BeginElement(PdfIllustrationElementTag.Figure, figure.Alternative, Box(figure.X, figure.Y, figure.Width, figure.Height));
                    depth++;
                    figureDepth = depth;
                    break;
                case PageItem.End:
                    structure.End();
                    figureDepth = depth == figureDepth ? 0 : figureDepth;
                    depth--;
                    break;
                case PageItem.Link link:
                    Add(link);
                    break;
                case var mark when IsDecoration(mark):
                    structure.BeginArtifact();
                    Draw(mark);
                    structure.End();
                    break;
                case var mark:
                    Draw(mark);
                    break;
            }
        }
    }

    // Outside of a figure a line only guides the eye.
    private bool IsDecoration(PageItem mark) => depth == 0 || mark is not PageItem.Text && figureDepth == 0;

    private void Begin(Tag tag)
    {
        var element = tag switch
        {
            Tag.Heading1 => PdfBlockLevelElementTag.Heading1,
            Tag.Heading2 => PdfBlockLevelElementTag.Heading2,
            Tag.Table => PdfBlockLevelElementTag.Table,
            Tag.Row => PdfBlockLevelElementTag.TableRow,
            Tag.HeadCell => PdfBlockLevelElementTag.TableHeaderCell,
            Tag.Cell => PdfBlockLevelElementTag.TableDataCell,
            _ => PdfBlockLevelElementTag.Paragraph,
        };
        structure.BeginElement(element);
    }

    // A box as the page counts it, from the bottom up.
    private XRect Box(double x, double y, double width, double height) => graphics.Transformer.WorldToDefaultPage(new XRect(x, y, width, height));

    private void Add(PageItem.Link link)
    {
        var box = new PdfRectangle(Box(link.X, link.Y, link.Width, link.Height));
        if (link.Page is { } index)
            page.AddDocumentLink(box, index + 1);
        else
            page.AddWebLink(box, link.Address!);
    }

    private void Draw(PageItem item)
    {
        switch (item)
        {
            case PageItem.Rectangle box:
                graphics.DrawRectangle(Pen(box.Outline), Brush(box.Fill), box.X, box.Y, box.Width, box.Height);
                break;
            case PageItem.Line line:
                graphics.DrawLine(Pen(line.Stroke)!, line.X1, line.Y1, line.X2, line.Y2);
                break;
            case PageItem.Polyline curve:
                graphics.DrawLines(Pen(curve.Stroke)!, [.. curve.Points.Select(point => new XPoint(point.X, point.Y))]);
                break;
            case PageItem.Polygon area:
                graphics.DrawPolygon(Brush(area.Fill)!, [.. area.Points.Select(point => new XPoint(point.X, point.Y))], XFillMode.Winding);
                break;
            case PageItem.Dot dot:
                graphics.DrawEllipse(Pen(dot.Outline), Brush(dot.Fill), dot.X - dot.Radius, dot.Y - dot.Radius, 2 * dot.Radius, 2 * dot.Radius);
                break;
            case PageItem.Shape shape:
                graphics.DrawPath(Brush(shape.Fill)!, Path(shape));
                break;
            case PageItem.Picture picture:
                using (var stream = new MemoryStream(picture.Png))
                using (var image = XImage.FromStream(stream))
                    graphics.DrawImage(image, picture.X, picture.Y, picture.Width, picture.Height);
                break;
            case PageItem.Text text:
                Draw(text);
                break;
        }
    }

    private static XGraphicsPath Path(PageItem.Shape shape)
    {
        var path = new XGraphicsPath { FillMode = shape.IsEvenOdd ? XFillMode.Alternate : XFillMode.Winding };
        Point at = default;
        foreach (var step in shape.Steps)
        {
            switch (step.Kind)
            {
                case PathKind.Move:
                    path.StartFigure();
                    break;
                case PathKind.Line:
                    path.AddLine(at.X, at.Y, step.To.X, step.To.Y);
                    break;
                case PathKind.Curve:
                    path.AddBezier(at.X, at.Y, step.First.X, step.First.Y, step.Second.X, step.Second.Y, step.To.X, step.To.Y);
                    break;
                case PathKind.Close:
                    path.CloseFigure();
                    break;
            }

            at = step.Kind == PathKind.Close ? at : step.To;
        }

        return path;
    }

    private void Draw(PageItem.Text text)
    {
        var (font, brush) = (Font(text.Style), Brush(text.Colour)!);
        if (text.Style.Tracking == 0)
        {
            graphics.DrawString(text.Words, font, brush, text.X, text.Baseline);
            return;
        }

        // The library cannot track: the clusters are set one by one.
        var x = text.X;
        var clusters = StringInfo.GetTextElementEnumerator(text.Words);
        while (clusters.MoveNext())
        {
            var cluster = clusters.GetTextElement();
            graphics.DrawString(cluster, font, brush, x, text.Baseline);
            x += text.Style.Width(cluster);
        }
    }

    private XFont Font(TextStyle style)
    {
        var key = (style.Weight, style.Size);
        if (!fonts.TryGetValue(key, out var font))
            fonts[key] = font = new XFont(style.Weight.ToString(), style.Size, XFontStyleEx.Regular, Embedded);
        return font;
    }

    private static XSolidBrush? Brush(Colour? colour) => colour is { } c ? new XSolidBrush(XColor.FromArgb(c.Red, c.Green, c.Blue)) : null;

    private static XPen? Pen(Stroke? stroke)
    {
        if (stroke is null)
            return null;
        var pen = new XPen(XColor.FromArgb(stroke.Colour.Red, stroke.Colour.Green, stroke.Colour.Blue), stroke.Width);
        if (stroke.Dash > 0)
            pen.DashPattern = [stroke.Dash / stroke.Width, stroke.Gap / stroke.Width];
        return pen;
    }
}
