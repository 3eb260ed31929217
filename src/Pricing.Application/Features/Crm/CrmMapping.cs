using Pricing.Application.Features.Engagements;

namespace Pricing.Application.Features.Crm;

/// <summary>What goes to a CRM, and what is read of it: all of it. There is no member for cost, margin, profit or floor, so that no mapping can name one.</summary>
internal enum CrmMember
{
    /// <summary>Id of the engagement, by which its deal is found again.</summary>
    DealKey,

    /// <summary>Name of the engagement.</summary>
    DealName,

    /// <summary>Where it stands.</summary>
    DealStage,

    /// <summary>The row of stages that it goes along.</summary>
    DealPipeline,

    /// <summary>Net fee of the recommended option.</summary>
    DealAmount,

    /// <summary>Its currency.</summary>
    DealCurrency,

    /// <summary>Day of the decision.</summary>
    DealCloseDate,

    /// <summary>Name of the recommended option.</summary>
    DealOption,

    /// <summary>How likely it is won; only read.</summary>
    DealProbability,

    /// <summary>When the CRM last changed it; only read.</summary>
    DealChangedAt,

    /// <summary>Key of a line, by which it is found again.</summary>
    LineKey,

    /// <summary>What a line is for.</summary>
    LineName,

    /// <summary>Always 1, so that no CRM multiplies and rounds.</summary>
    LineQuantity,

    /// <summary>Net amount of a line.</summary>
    LineUnitPrice,

    /// <summary>Its place, counted from 1.</summary>
    LinePosition,
}

/// <summary>How one member is called there.</summary>
/// <param name="Ours">The member.</param>
/// <param name="Theirs">The CRM's name of the field.</param>
/// <param name="MostCharacters">Most characters that it takes; null where none is known.</param>
/// <param name="Note">What else is to be known.</param>
internal sealed record CrmField(CrmMember Ours, string Theirs, int? MostCharacters = null, string? Note = null);

/// <summary>How a deal is closed where a stage alone does not close it; a closed one is read-only there.</summary>
/// <param name="Ours">The stage that closes it, won or lost.</param>
/// <param name="Action">The CRM's name of the action.</param>
/// <param name="State">Its code of the state that follows.</param>
/// <param name="Status">Its code of the reason.</param>
internal sealed record CrmClosing(EngagementStage Ours, string Action, int State, int Status);

/// <summary>How a CRM calls what is sent to it, and what it can hold. Data, read from the seed files.</summary>
/// <param name="Kind">The CRM.</param>
/// <param name="AsOf">Day on which it was looked up.</param>
/// <param name="Source">Where.</param>
/// <param name="BasePath">Where its interface begins, with the version.</param>
/// <param name="MostDecimals">Most decimals of its amounts; null for those of the currency.</param>
/// <param name="TakesNegativeLines">Whether a line may be negative, as a discount is.</param>
/// <param name="Fields">The members it takes.</param>
/// <param name="Closings">How deals are closed; null where the stage alone does it.</param>
internal sealed record CrmMapping(
    CrmKind Kind, DateOnly AsOf, string Source, string BasePath, int? MostDecimals, bool TakesNegativeLines, IReadOnlyList<CrmField> Fields, IReadOnlyList<CrmClosing>? Closings = null)
{
    private static readonly CrmMember[] ReadAlways = [CrmMember.DealKey, CrmMember.DealName, CrmMember.DealStage, CrmMember.DealCloseDate, CrmMember.DealAmount, CrmMember.DealProbability];

    /// <summary>The CRM's name of a member.</summary>
    public string this[CrmMember member] => Fields.Single(field => field.Ours == member).Theirs;

    /// <summary>Names of the members that are read of a deal, with commas between.</summary>
    public string Read(params CrmMember[] besides) => string.Join(',', ReadAlways.Concat(besides).Select(member => this[member]));

    /// <summary>Whether the CRM takes a member.</summary>
    public bool Has(CrmMember member) => Fields.Any(field => field.Ours == member);

    /// <summary>How a deal of this stage is closed; null where it stays open or the stage alone closes it.</summary>
    public CrmClosing? ClosingAt(EngagementStage stage) => Closings?.SingleOrDefault(closing => closing.Ours == stage);

    /// <summary>How a deal in this state of the CRM was closed; null where it is open.</summary>
    public CrmClosing? ClosingIn(int? state) => Closings?.SingleOrDefault(closing => closing.State == state);

    /// <summary>A text as long as the CRM takes it.</summary>
    public string Fit(CrmMember member, string text)
    {
        if (Fields.Single(field => field.Ours == member).MostCharacters is not { } most || text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;   // half a letter is none
        return text[..end] + '…';
    }

    /// <summary>The mapping, where it names each member once and misses none but the pipeline, which only HubSpot has.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public CrmMapping Checked()
    {
        var named = Fields.Select(field => field.Ours).ToList();
        if (named.Distinct().Count() != named.Count)
            throw new InvalidDataException($"The mapping of {Kind} names a member twice.");
        var missing = Enum.GetValues<CrmMember>().Where(member => member != CrmMember.DealPipeline).Except(named).ToList();
        return missing.Count == 0 ? this : throw new InvalidDataException($"The mapping of {Kind} lacks {string.Join(", ", missing)}.");
    }
}
