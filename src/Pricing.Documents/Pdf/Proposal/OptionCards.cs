using Pricing.Documents.Pdf.Layout;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Proposal;

/// <summary>Up to three option cards; each field is as high as in the card where it is longest.</summary>
internal sealed class OptionCards
{
    private const double Padding = 10.5;
    private const double NameTop = 22;
    private const int MostNameLines = 5;
    private const int MostLines = 14;

    private readonly FeeOption[] options;
    private readonly ProposalContent content;
    private readonly double width;
    private readonly List<TextLine>[] names;
    private readonly List<(string Label, List<TextLine>[] Values)> fields = [];

    private OptionCards(FeeOption[] options, ProposalContent content, double width)
    {
        (this.options, this.content, this.width) = (options, content, width);
        names = [.. options.Select(option => LineBreaker.Limited(option.Name, Style.Lead, width - 2 * Padding, MostNameLines))];
    }

    /// <summary>Which text says what kind of sum a price is.</summary>
    public static string Kind(FeeOption option) =>
        ProposalContent.IsSure(option) ? $"options.sureNet{ProposalContent.Proviso(option)}" : "options.expectedNet";

    /// <summary>Which text says what is paid in an outcome: where effort moves the fee, too, it is an expected value.</summary>
    public static string YouPay(FeeOption option) => ProposalContent.FollowsEffort(option) ? "options.youPayExpected" : "options.youPay";

    public double Height => TagHeight + FieldsTop + fields.Sum(FieldHeight) + Padding - 3.5;

    // Prices are compared, so all have the size that the longest one leaves.
    private TextStyle PriceStyle => content.Proposal.Options
        .Select(option => TextStyle.Fitting(content.Formats.Money(option.Net), width - 2 * Padding, Style.Subtitle, Style.Lead, Style.Text)).MinBy(style => style.Size)!;

    // Prices stand at one height, below the longest name.
    private double PriceTop => NameTop + names.Max(name => name.Count) * Style.Lead.Line + 5.5;

    private double FieldsTop => PriceTop + 60.5;

    // One option alone needs no recommendation.
    private double TagHeight => content.Proposal.Options.Count > 1 ? 21 : 0;

    public static OptionCards Of(FeeOption[] options, ProposalContent content, int all)
    {
        var columns = Math.Min(all, 3);
        var cards = new OptionCards(options, content, (Grid.Width - (columns - 1) * Grid.Gutter) / columns);
        cards.AddFields();
        return cards;
    }

    public void Draw(Page page, double top)
    {
        for (var i = 0; i < options.Length; i++)
            DrawCard(page, i, Grid.Left + i * (width + Grid.Gutter), top + TagHeight);
    }

    private static double FieldHeight((string Label, List<TextLine>[] Values) field) =>
        3.5 + Style.Micro.Line + 0.7 + field.Values.Max(lines => lines.Count) * Style.Text.Line + 3.5;

    private void AddFields()
    {
        var (texts, formats) = (content.Texts, content.Formats);
        if (options.Any(option => option.Scope is not null))
            Add(texts["options.ownScope"], option => option.Scope ?? "\u2013");
        Add(texts["options.calculation"], option => FeeWords.Short(option, content));
        Add(texts["options.range"], content.Span);
        if (content.Proposal.Value.Outcomes.MinBy(outcome => outcome.ValueMultiplier) is { } worst)
        {
            Add(texts.Say("options.ifWorst", Shortened(worst.Name), formats.Percent(worst.Probability)), option =>
                option.Outcomes.FirstOrDefault(outcome => outcome.Outcome == worst.Name) is { } own ? texts.Say(YouPay(option), formats.Money(own.Fee)) : "\u2013");
        }

        Add(texts["options.surplus"], option => formats.Money(option.ClientSurplus));
        Add(texts.Say("options.worstCases", formats.Percent(content.Proposal.TailProbability)), option => formats.Money(option.ClientCvar));
        Add(texts["options.payback"], option => option.PaybackMonth is { } month ? texts.Say("options.inMonth", month) : texts["options.noMonth"]);
        if (content.Proposal.IncludedRounds is { } rounds)
            Add(texts["options.rounds"], _ => formats.Quantity(rounds));
    }

    private void Add(string label, Func<FeeOption, string> value) => fields.Add((label,
        [.. options.Select(option => LineBreaker.Limited(value(option), Style.Text, width - 2 * Padding, MostLines))]));

    private string Shortened(string name) => Style.Micro.Cut(Legible.Of(name), width * 0.35);

    private void DrawCard(Page page, int index, double x, double top)
    {
        var (option, brand, texts, formats) = (options[index], content.Brand, content.Texts, content.Formats);
        var bottom = top + Height - TagHeight;
        if (option.IsRecommended && TagHeight > 0)
        {
            page.Rectangle(x, top - TagHeight, width, TagHeight, brand.Fill);
            page.Rectangle(x + 0.75, top - TagHeight + 0.75, width - 1.5, bottom - top + TagHeight - 1.5, null, new(brand.Fill, Style.HeavyRule));
            page.Tagged(Tag.Paragraph, () => page.Text(x + Padding, top - TagHeight + 3.5 + Style.Strong.Baseline, texts["options.recommended"], Style.Strong, brand.OnFill));
        }
        else
        {
            page.Rectangle(x + 0.25, top + 0.25, width - 0.5, bottom - top - 0.5, null, new(Style.Rule, Style.Hairline));
            page.Line(x, top + 0.75, x + width, top + 0.75, new(Style.Ink, Style.HeavyRule));
        }

        var left = x + Padding;
        page.Tagged(Tag.Paragraph, () =>
        {
            page.Text(left, top + 7 + Style.Strong.Baseline, content.OptionName(option), Style.Strong, Style.Ink);
            for (var i = 0; i < names[index].Count; i++)
                names[index][i].Draw(page, left, top + NameTop + i * Style.Lead.Line, Style.Ink);
            var price = formats.Money(option.Net);
            page.Text(left, top + PriceTop + Style.Subtitle.Baseline, price, PriceStyle, Style.Ink);
            page.Text(left, top + PriceTop + 24 + Style.Micro.Baseline, texts[Kind(option)], Style.Micro, Style.Text2);
            page.Text(left, top + PriceTop + 34.5 + Style.Micro.Baseline, texts.Say("options.gross", formats.Money(option.Gross)), Style.Micro, Style.Text2);
        });
        DrawFields(page, index, left, top + FieldsTop);
    }

    private void DrawFields(Page page, int index, double left, double y)
    {
        foreach (var field in fields)
        {
            var (top, lines) = (y, field.Values[index]);
            page.Line(left, top, left + width - 2 * Padding, top, new(Style.Grid, Style.Hairline));
            page.Tagged(Tag.Paragraph, () =>
            {
                page.Text(left, top + 3.5 + Style.Micro.Baseline, Style.Micro.Cut(field.Label, width - 2 * Padding), Style.Micro, Style.Text2);
                for (var i = 0; i < lines.Count; i++)
                    lines[i].Draw(page, left, top + 3.5 + Style.Micro.Line + 0.7 + i * Style.Text.Line, Style.Ink);
            });
            y += FieldHeight(field);
        }
    }
}
