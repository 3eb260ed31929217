using Pricing.Application.Contract;
using Pricing.Application.Seeding;
using Pricing.Model.Proposals;

namespace Pricing.Application.Features.Proposals;

/// <summary>What proposals say beside figures: clauses, duties and notes, each dated and with its source.</summary>
internal sealed class ProposalLibrary(SeedFiles files)
{
    private readonly ClausesFile clauses = files.Clauses;
    private readonly RulesFile rules = files.ProposalRules;
    private readonly MailsFile mails = files.ProposalMails;

    /// <summary>Codes of all clauses.</summary>
    public IReadOnlyList<string> Codes => [.. clauses.Clauses.Select(clause => clause.Code).Distinct()];

    /// <summary>The clauses that a proposal has.</summary>
    /// <param name="wanted">Codes that the agency chose; null for those that suit.</param>
    /// <param name="subject">What they have to suit.</param>
    /// <param name="day">Day on which they hold.</param>
    /// <param name="language">de or en.</param>
    public IReadOnlyList<Clause> Clauses(IReadOnlyList<string>? wanted, ClauseSubject subject, DateOnly day, string language)
    {
        var inForce = clauses.Clauses.Where(clause => clause.ValidFrom <= day).GroupBy(clause => clause.Code).Select(versions => versions.MaxBy(clause => clause.Version)!);
        return [.. inForce.Where(clause => wanted?.Contains(clause.Code) ?? clause.Suits.Suit(subject)).Select(clause => new Clause(clause.Code, clause.Version, clause.Title.In(language), clause.Text.In(language)))];
    }

    /// <summary>The duties of a role, whenever they start.</summary>
    public IReadOnlyList<AiDuty> Duties(AiRole role, string language) =>
        [.. rules.AiDuties.Where(duty => duty.Roles.Contains(role)).Select(duty => new AiDuty(duty.Article, duty.Text.In(language), duty.AppliesFrom, duty.Source.In(language)))];

    /// <summary>The sentence that the law wants beside a price; null for none.</summary>
    public string? VatNote(VatTreatment treatment, DateOnly day, string language) =>
        rules.VatNotes.Where(note => note.Treatment == treatment && note.ValidFrom <= day).MaxBy(note => note.ValidFrom)?.Text.In(language);

    /// <summary>The states among which the recipient owes the tax, as of a day.</summary>
    public VatArea VatArea(DateOnly day) => rules.VatAreas.Where(area => area.ValidFrom <= day).MaxBy(area => area.ValidFrom)!;

    /// <summary>Words of a mail.</summary>
    public MailWords Mail(ProposalNotice notice) => mails.Notices[EnumCode.Of(notice)];

    /// <summary>What follows the number of a proposal in a mail where it changes an accepted one.</summary>
    public Bilingual MailChange => mails.Change;

    /// <summary>A text that stands where the agency says nothing else.</summary>
    public string Text(string key, string language) => rules.Texts[key].In(language);
}

/// <summary>What clauses have to suit.</summary>
/// <param name="Structures">Types of the fee structures on offer, those of parts included.</param>
/// <param name="Vat">Where the service is taxed.</param>
/// <param name="UsesAi">Whether generative models are used.</param>
/// <param name="FeeFollowsOutcome">Whether a fee depends on the outcome.</param>
internal sealed record ClauseSubject(IReadOnlySet<string> Structures, VatTreatment Vat, bool UsesAi, bool FeeFollowsOutcome);

internal sealed record ClausesFile(IReadOnlyList<ClauseEntry> Clauses);

internal sealed record ClauseEntry(string Code, int Version, DateOnly ValidFrom, ClauseFit Suits, Bilingual Title, Bilingual Text, string Source);

/// <summary>When a clause belongs into a proposal; what is left out does not matter.</summary>
internal sealed record ClauseFit(
    IReadOnlyList<string>? Structures = null, IReadOnlyList<VatTreatment>? Vat = null, bool? Ai = null, bool OnlyWhereFeeFollowsOutcome = false)
{
    public bool Suit(ClauseSubject subject) =>
        Structures?.Any(subject.Structures.Contains) != false && Vat?.Contains(subject.Vat) != false && (Ai is null || Ai == subject.UsesAi)
        && (!OnlyWhereFeeFollowsOutcome || subject.FeeFollowsOutcome);
}

internal sealed record RulesFile(IReadOnlyList<DutyEntry> AiDuties, IReadOnlyList<VatNoteEntry> VatNotes, IReadOnlyList<VatArea> VatAreas, IReadOnlyDictionary<string, Bilingual> Texts);

internal sealed record DutyEntry(string Article, IReadOnlyList<AiRole> Roles, DateOnly AppliesFrom, Bilingual Text, Bilingual Source);

/// <summary>The states whose VAT is one system.</summary>
/// <param name="ValidFrom">First day with these members.</param>
/// <param name="Members">ISO 3166-1 codes.</param>
/// <param name="Prefixes">Prefixes of VAT identification numbers that are not the ISO code, with the country.</param>
/// <param name="Source">Where that is from.</param>
internal sealed record VatArea(DateOnly ValidFrom, IReadOnlyList<string> Members, IReadOnlyDictionary<string, string> Prefixes, string Source)
{
    public bool Has(string country) => Members.Contains(country);

    /// <summary>The country that gave a VAT identification number.</summary>
    public string CountryOf(string number) => Prefixes.GetValueOrDefault(number[..2], number[..2]);
}

internal sealed record VatNoteEntry(VatTreatment Treatment, DateOnly ValidFrom, Bilingual Text, string Source);

/// <summary>A text in both languages.</summary>
internal sealed record Bilingual(string De, string En)
{
    public string In(string language) => language == "de" ? De : En;
}
