namespace Pricing.Fuzz.Tests.Engine;

/// <summary>A rule that an answer broke.</summary>
/// <param name="Oracle">The rule.</param>
/// <param name="Operation">The operation called.</param>
/// <param name="Mutation">What was done to the call.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Case">Number of the case.</param>
/// <param name="Calls">The calls of the case up to the one at fault, as command lines with the status of their answers.</param>
internal sealed record Finding(Oracle Oracle, string Operation, string Mutation, string Detail, int Seed, int Case, IReadOnlyList<string> Calls)
{
    /// <summary>Findings of the same bucket are taken for the same fault.</summary>
    public (Oracle, string, string) Bucket => (Oracle, Operation, Mutation.Split(' ', '=', ':')[0]);

    public override string ToString() =>
        $"{Oracle} at {Operation} ({Mutation}): {Detail}\n  again: FUZZ_CASE={Seed}/{Case} dotnet test --project tests/Pricing.Fuzz.Tests\n  {string.Join("\n  ", Calls)}";
}

/// <summary>What every answer must obey.</summary>
internal enum Oracle
{
    /// <summary>The service does not fail.</summary>
    ServerError,

    /// <summary>It answers at all.</summary>
    NoAnswer,

    /// <summary>The document knows the status.</summary>
    UndocumentedStatus,

    /// <summary>The document knows the media type.</summary>
    UndocumentedMediaType,

    /// <summary>A refusal is a problem document with its type, title, status and detail.</summary>
    NoProblem,

    /// <summary>The type of a problem is explained by the service.</summary>
    UnknownProblemType,

    /// <summary>A refusal tells nothing of the inside.</summary>
    Leak,

    /// <summary>What the document forbids is refused.</summary>
    InvalidAccepted,

    /// <summary>An answer fits its schema.</summary>
    AnswerBreaksSchema,

    /// <summary>What was made can be read where it is said to be.</summary>
    UnreadableLocation,

    /// <summary>What was deleted is gone.</summary>
    LivesOn,

    /// <summary>A change that rests on an old version is refused.</summary>
    LostUpdate,

    /// <summary>A call repeated under its key has the same answer and no second effect.</summary>
    RepeatedEffect,

    /// <summary>405 names the methods that there are.</summary>
    NoAllowHeader,

    /// <summary>Nobody is told what is kept from this caller.</summary>
    SecretTold,
}
