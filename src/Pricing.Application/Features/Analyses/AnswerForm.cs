using System.Text;
using FluentValidation;
using Pricing.Documents;
using Pricing.Documents.Charts;
using Pricing.Documents.Pdf;

namespace Pricing.Application.Features.Analyses;

/// <summary>Media types of an answer.</summary>
public enum AnswerFormat
{
    /// <summary>Figures as JSON.</summary>
    Json,

    /// <summary>The chart as PNG, two pixels per unit.</summary>
    Png,

    /// <summary>The chart as SVG.</summary>
    Svg,

    /// <summary>The chart on a page, as vectors.</summary>
    Pdf,
}

/// <summary>In which form an analysis is answered.</summary>
/// <param name="Format">Figures or picture.</param>
/// <param name="Language">Language of the picture's labels.</param>
/// <param name="Width">Width of the picture in units, 640 to 2,000.</param>
/// <param name="Height">Height of the picture in units, 400 to 2,000; a page has its own size.</param>
/// <param name="Day">Day that a page states.</param>
public sealed record AnswerForm(AnswerFormat Format, DocumentLanguage Language = DocumentLanguage.En, int Width = 1200, int Height = 800, DateOnly Day = default);

internal sealed class AnalyseDocumentValidator : AbstractValidator<AnalyseDocument>
{
    public AnalyseDocumentValidator() => this.BoundPicture(request => request.Form);
}

internal sealed class AnalyseEngagementValidator : AbstractValidator<AnalyseEngagement>
{
    public AnalyseEngagementValidator() => this.BoundPicture(request => request.Form);
}

internal static class AnswerFormRules
{
    /// <summary>Bounds the size of the picture, by the names it has in a request.</summary>
    public static void BoundPicture<T>(this AbstractValidator<T> validator, Func<T, AnswerForm> form)
    {
        validator.RuleFor(request => form(request).Width).InclusiveBetween(640, 2000).OverridePropertyName("Width").WithMessage("width is from 640 to 2,000.");
        validator.RuleFor(request => form(request).Height).InclusiveBetween(400, 2000).OverridePropertyName("Height").WithMessage("height is from 400 to 2,000.");
    }
}

internal static class Drawing
{
    /// <summary>A chart in the form asked for.</summary>
    public static byte[] Drawn(this Chart chart, AnswerForm form) => form.Format switch
    {
        AnswerFormat.Svg => Encoding.UTF8.GetBytes(chart.Svg(form.Language, form.Width, form.Height)),
        AnswerFormat.Pdf => ChartPdf.Render(chart, form.Language, form.Day),
        _ => chart.Png(form.Language, form.Width, form.Height, density: 2),
    };
}
