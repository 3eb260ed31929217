namespace Pricing.Documents.Charts;

/// <summary>A plot in the frame that internal charts share.</summary>
internal abstract class FramedDrawing(ChartFrame frame) : IDrawing
{
    public string Title => Frame.Title;

    public double Height => Frame.Height;

    protected ChartFrame Frame { get; } = frame;

    public void Draw(ICanvas canvas)
    {
        Frame.Draw(canvas);
        DrawPlot(canvas);
    }

    protected abstract void DrawPlot(ICanvas canvas);
}
