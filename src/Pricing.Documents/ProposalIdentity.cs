namespace Pricing.Documents;

/// <summary>Letterhead and version of a proposal: all a document says besides the offer itself.</summary>
/// <remarks>Dates come in as arguments, so the same input makes the same document on any day.</remarks>
public sealed record ProposalIdentity
{
    /// <summary>Short name, for the running head and the cover.</summary>
    public required string Agency { get; init; }

    /// <summary>Name as registered; null where it is the short name.</summary>
    public string? LegalName { get; init; }

    /// <summary>Address in one line.</summary>
    public string? Address { get; init; }

    /// <summary>Entry in the commercial register, such as "HRB 12345, Amtsgericht Musterstadt"; null where there is none.</summary>
    public string? Register { get; init; }

    /// <summary>VAT identification number of the agency.</summary>
    public string? VatId { get; init; }

    /// <summary>Where to pay, in one line.</summary>
    public string? Bank { get; init; }

    /// <summary>Who signs for the agency.</summary>
    public string? Contact { get; init; }

    /// <summary>The contact's function.</summary>
    public string? ContactFunction { get; init; }

    /// <summary>The contact's e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Brand colour as #RRGGBB; null for the house's own.</summary>
    public string? BrandColour { get; init; }

    /// <summary>Second colour as #RRGGBB, for the field of the cover alone; null for the first.</summary>
    public string? CoverColour { get; init; }

    /// <summary>The agency's logo, an SVG or PNG file that <see cref="LogoFile.Faults"/> finds no fault with; null for its name alone.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>The client's contact.</summary>
    public string? ClientContact { get; init; }

    /// <summary>Function of the client's contact.</summary>
    public string? ClientContactFunction { get; init; }

    /// <summary>The client's address in one line.</summary>
    public string? ClientAddress { get; init; }

    /// <summary>VAT identification number of the client; reverse charge prints both.</summary>
    public string? ClientVatId { get; init; }

    /// <summary>Number of the proposal; null for a preview of what an engagement could offer, which nobody can accept: it names neither version, last day nor hash, and has no place to sign.</summary>
    public required string? Number { get; init; }

    /// <summary>The accepted proposal that it changes; null for one that stands by itself.</summary>
    public ChangedProposal? Changes { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Day of the version.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What to stamp on every page; null for a version in force.</summary>
    public ProposalStatus? Status { get; init; }

    /// <summary>Last day on which the proposal can be accepted.</summary>
    public required DateOnly ValidUntil { get; init; }

    /// <summary>IANA time zone in which that day ends; null where none is agreed.</summary>
    public string? TimeZone { get; init; }

    /// <summary>SHA-256 of the frozen content in hex; null for a draft that has none.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Address at which the version can be checked, without scheme or with https.</summary>
    public string? CheckAddress { get; init; }
}

/// <summary>A proposal that another one changes.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Date">Day of its accepted version; null where it is not known.</param>
public sealed record ChangedProposal(string Number, DateOnly? Date);

/// <summary>Why a version is not the one to accept.</summary>
public enum ProposalStatus
{
    /// <summary>Not sent yet.</summary>
    Draft,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>There is a newer version.</summary>
    Superseded,

    /// <summary>Made in test mode.</summary>
    Test,
}
