using Pricing.Model.Engagements;
using Pricing.Model.Fees;

namespace Pricing.Application.Contract;

/// <summary>What becomes of a reference to something stored.</summary>
internal enum ReferenceUse
{
    /// <summary>The document has to spell everything out.</summary>
    Refused,

    /// <summary>The reference book is asked.</summary>
    Resolved,

    /// <summary>The reference may stand, and is resolved when an engagement takes the fragment.</summary>
    Unresolved,
}

/// <summary>What later members of a document need to know of earlier ones.</summary>
internal sealed class DocumentContext
{
    private readonly List<StoredProfile> storedProfiles = [];

    public DocumentContext(ReferenceUse referenceUse, IReferenceBook? book)
    {
        (ReferenceUse, Book, Roles) = (referenceUse, book, new());
        HoursByRole = new(Allowed.Amount, "Hours", Roles, NoSuchRole, Maximum: Limits.RoleHours);
    }

    /// <summary>For reading a document again with other numbers: all its codes are known, and they stay.</summary>
    public DocumentContext(DocumentContext earlier)
        : this(earlier.ReferenceUse, earlier.Book) =>
        (Currency, Rates, Roles, HoursByRole, Profiles, Kpis, Phases) =
        (earlier.Currency, earlier.Rates, earlier.Roles, earlier.HoursByRole, earlier.Profiles, earlier.Kpis, earlier.Phases);

    public ReferenceUse ReferenceUse { get; }

    /// <summary>Where references are looked up; null where they are not.</summary>
    public IReferenceBook? Book { get; }

    /// <summary>The document's currency.</summary>
    public Sent<string> Currency { get; set; }

    /// <summary>Currencies with a rate.</summary>
    public CodeSet Rates { get; } = new();

    public CodeSet Roles { get; }

    /// <summary>What may stand as hours by role.</summary>
    public MapRule HoursByRole { get; }

    public CodeSet Profiles { get; } = new();

    public CodeSet Kpis { get; } = new();

    /// <summary>Phases that a package, an asset, a cost or the revisions name.</summary>
    public HashSet<Phase> Phases { get; } = [];

    /// <summary>Costs of the engagement that belong to no phase.</summary>
    public List<ObjectReader> CostsWithoutPhase { get; } = [];

    /// <summary>Whether a structure pays by scorecard.</summary>
    public bool HasHybrid { get; set; }

    /// <summary>Whether a structure prices each phase its own way.</summary>
    public bool HasCombined { get; set; }

    /// <summary>Sources of what was looked up, by pointer.</summary>
    public Dictionary<string, string> Provenance { get; } = new(StringComparer.Ordinal);

    /// <summary>Stored profiles that the document uses, in the order of their first use.</summary>
    public IReadOnlyList<StoredProfile> StoredProfiles => storedProfiles;

    public static string NoSuchRole(string code) => $"There is no role {JsonText.Quote(code)} on the rate card.";

    /// <summary>Reads a phase that work or cost belongs to.</summary>
    public Phase ReadPhase(ObjectReader entry)
    {
        var phase = entry.Code("phase", CodeTables.Phases);
        if (phase.IsRead)
            Phases.Add(phase);
        return phase;
    }

    /// <summary>Reads a currency beside an amount; null where the amount is in the document's.</summary>
    public string? ReadCurrency(ObjectReader entry)
    {
        var code = entry.OptionalCurrencyCode("currency");
        if (code is not null && LacksRate(code))
            entry.Fault("currency", $"There is no exchange rate for {code}.");
        return code;
    }

    /// <summary>Whether a currency is certain to have no rate. The document's own needs none.</summary>
    public bool LacksRate(string code) => Currency.IsRead && code != Currency && Rates.IsComplete && !Rates.Holds(code);

    /// <summary>Reads the effort profile that work names: one of the document's, or a stored one.</summary>
    public string ReadProfile(ObjectReader entry)
    {
        var code = entry.Text("effortProfile");
        if (!code.IsRead || Profiles.Holds(code))
            return code;

        var lookup = Book?.Profile(code) ?? default;
        if (lookup.Value is { } stored)
        {
            storedProfiles.Add(stored);
            Profiles.Add(code);
        }
        else if (Book is null ? Profiles.IsKnown : Profiles.IsComplete)
        {
            entry.Fault("effortProfile", lookup.Reason ?? $"There is no effort profile {JsonText.Quote(code)}.");
        }

        return code;
    }
}
