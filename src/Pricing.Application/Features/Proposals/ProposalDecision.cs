namespace Pricing.Application.Features.Proposals;

/// <summary>What a client decided about a version.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="ContentHash">Hash of the version that was shown.</param>
/// <param name="Name">Who decided; null where a client declined without a name.</param>
/// <param name="Function">What that person does.</param>
/// <param name="SignedOn">Day that the person wrote down.</param>
/// <param name="OrderNumber">The client's order number; null for none.</param>
/// <param name="Option">Letter of the chosen option; null where it declined.</param>
/// <param name="OptionName">Its name.</param>
/// <param name="Extras">Codes of the chosen lines.</param>
/// <param name="Net">Net price of the choice.</param>
/// <param name="Vat">VAT on it.</param>
/// <param name="Gross">Net and VAT.</param>
/// <param name="Reason">Why it declined; null where it accepted.</param>
/// <param name="Record">How the agency came to write it down; null where the client decided on its page.</param>
public sealed record ProposalDecision(
    DateTimeOffset At, string ContentHash, string? Name, string? Function, DateOnly? SignedOn, string? OrderNumber, string? Option, string? OptionName,
    IReadOnlyList<string> Extras, decimal? Net, decimal? Vat, decimal? Gross, string? Reason, AcceptanceRecord? Record = null);

/// <summary>How the agency came to write an acceptance down.</summary>
/// <param name="By">The user who did.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record AcceptanceRecord(Guid By, string Evidence);
