using System.Globalization;
using Pricing.Documents.Pdf.Layout;
using Pricing.Documents.Pdf.Proposal;
using Pricing.Model.Proposals;

namespace Pricing.Documents.Pdf.Certificate;

/// <summary>Who accepted what and when, and by which hashes it can be told.</summary>
internal static class CertificatePage
{
    private const double Below = 14;

    // A number that breaks at its hyphen reads like two.
    private const char NoBreakHyphen = '\u2011';

    public static void Draw(Flow flow, ProposalContent content, Acceptance acceptance, CertifiedFile file)
    {
        var (texts, identity) = (content.Texts, content.Identity);
        var option = content.Proposal.Options.FirstOrDefault(option => option.Letter == acceptance.Option)
            ?? throw new ArgumentException($"The proposal has no option {acceptance.Option}.", nameof(acceptance));
        flow.Heading("", texts["certificate.title"], content.Brand.Line);
        var moment = new Moment(content, acceptance.At);
        flow.Lead(texts.Say(identity.Changes is null ? "certificate.lead" : "certificate.leadOfChange", acceptance.Name, moment.Day, identity.Number!.Replace('-', NoBreakHyphen), identity.Version, content.OptionName(option)));
        flow.Gap(31.5);
        flow.Snap();

        var (chosen, total) = ChosenOf(option, acceptance, content.Proposal);
        DrawFigures(flow, content, option, total);
        flow.Gap(28);
        Row(flow, texts["certificate.by"], string.Join(", ", new[] { acceptance.Name, acceptance.Function, content.Proposal.Client }.OfType<string>()));
        Row(flow, texts["certificate.at"], moment.Full);
        Row(flow, texts["certificate.way"], acceptance.Evidence is { } evidence ? texts.Say("certificate.recorded", identity.Agency, evidence) : texts["certificate.onPage"]);
        if (acceptance.OrderNumber is { } order)
            Row(flow, texts["certificate.order"], order);
        if (chosen.Length > 0)
            Row(flow, texts["certificate.extras"], string.Join("\n", chosen.Select(extra => texts.Say("certificate.extra", extra.Name, content.Formats.Money(extra.Amount)))));
        DrawHashes(flow, content, file);
        DrawHistory(flow, content, acceptance);
        if (identity.CheckAddress is { } address)
            Row(flow, texts["certificate.check"], $"{address}\n{texts["certificate.checkNote"]}");
    }

    private static void Row(Flow flow, string label, string text, string? note = null) =>
        flow.LabelRow(label, note, [Paragraph.Of(text, Style.Text)], below: Below);

    // The lines chosen, and what the option costs with them.
    private static (Extra[] Chosen, OptionTotal Total) ChosenOf(FeeOption option, Acceptance acceptance, ClientProposal proposal)
    {
        var codes = acceptance.Extras.ToHashSet(StringComparer.Ordinal);
        var open = option.Extras.Where(extra => extra.IsInBasePrice && !option.Extras.Any(other => other.Group == extra.Group && codes.Contains(other.Code)));
        codes.UnionWith(open.Select(extra => extra.Code));
        var total = option.Extras.Count == 0 || option.VatLines.Count == 0
            ? new OptionTotal(option.Net, [new(proposal.VatRate, option.Net, option.Vat)])
            : option.With(codes, proposal.Currency);
        return ([.. option.Extras.Where(extra => codes.Contains(extra.Code))], total);
    }

    private static void DrawFigures(Flow flow, ProposalContent content, FeeOption option, OptionTotal total)
    {
        var (texts, formats) = (content.Texts, content.Formats);
        KeyFigures.Draw(flow, [
            (texts["certificate.option"], option.Letter ?? "", option.Name),
            (texts[ProposalContent.IsSure(option) ? "summary.fee" : "summary.expectedFee"], formats.Whole(new(total.Net)),
                texts.Say("certificate.exactly", formats.Money(total.Net), formats.Money(total.Gross))),
            (texts["certificate.state"], texts["certificate.valid"], texts["certificate.validNote"])]);
    }

    private static void DrawHashes(Flow flow, ProposalContent content, CertifiedFile file)
    {
        var texts = content.Texts;
        if (content.Identity.ContentHash is { Length: > 0 } hash)
            Row(flow, texts["certificate.version"], InTwoLines(hash), texts["contents.hashNote"]);
        var pages = texts.Count("document.pages", file.Pages, texts.Number(file.Pages, asDigits: true));
        Row(flow, texts["certificate.document"], $"{file.Name}, {pages}\n{InTwoLines(file.Hash)}", texts["certificate.fileHash"]);
    }

    private static string InTwoLines(string hash) => ProposalContent.Grouped(hash, hash.Length) is { Length: > 40 } grouped ? $"{grouped[..39]}\n{grouped[40..]}" : hash;

    private static void DrawHistory(Flow flow, ProposalContent content, Acceptance acceptance)
    {
        if (acceptance.History.Count == 0)
            return;
        var words = acceptance.History.Select(step => Paragraph.Of($"{new Moment(content, step.At).Short}  \u00B7  {string.Join(", ", new[] { content.Texts[$"certificate.step.{step.Step}"], step.Who }.OfType<string>())}", Style.Text));
        flow.LabelRow(content.Texts["certificate.history"], null, [.. words], below: Below);
    }
}

/// <summary>A moment in the zone of the proposal and for machines.</summary>
internal sealed class Moment
{
    private readonly ProposalContent content;
    private readonly DateTimeOffset utc;
    private readonly DateTimeOffset local;
    private readonly string zone;

    public Moment(ProposalContent content, DateTimeOffset at)
    {
        (this.content, utc) = (content, at.ToUniversalTime());
        var known = content.Identity.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : null;
        (local, zone) = known is null ? (utc, "UTC") : (TimeZoneInfo.ConvertTime(utc, known), content.Identity.TimeZone!);
    }

    public string Day => content.Formats.Date(DateOnly.FromDateTime(local.Date));

    /// <summary>8. Dezember 2026, 14:32:07 Europe/Berlin (2026-12-08T13:32:07Z).</summary>
    public string Full => content.Texts.Say(
        "certificate.moment", Day, local.ToString("HH:mm:ss", CultureInfo.InvariantCulture), zone, utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public string Short => $"{content.Formats.ShortDate(DateOnly.FromDateTime(local.Date))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
