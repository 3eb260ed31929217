namespace Pricing.Fuzz.Tests.Planted;

/// <summary>A fault that the planted service can be given.</summary>
public enum Bug
{
    /// <summary>None: the twin without bugs.</summary>
    None,

    /// <summary>The largest quantity does not fit a type inside.</summary>
    OverflowFails,

    /// <summary>An optional member is taken for granted.</summary>
    MissingOptionalFails,

    /// <summary>U+0000 reaches something that cannot hold it.</summary>
    NulFails,

    /// <summary>Deep JSON ends in an exception that nobody maps.</summary>
    DeepFails,

    /// <summary>No body at all ends in an exception that nobody maps.</summary>
    EmptyFails,

    /// <summary>A text that is no id ends in an exception that nobody maps.</summary>
    OddIdFails,

    /// <summary>What is archived cannot be read any more.</summary>
    ArchivedCannotBeRead,

    /// <summary>The third change of one note fails.</summary>
    ThirdChangeFails,

    /// <summary>A full discount has an answer that the document does not know.</summary>
    UndocumentedStatus,

    /// <summary>404 comes as plain text.</summary>
    BareError,

    /// <summary>The status within a problem is another one than that of the answer.</summary>
    OtherStatusInProblem,

    /// <summary>A problem has a type that no page explains.</summary>
    UnexplainedType,

    /// <summary>A refusal quotes an exception.</summary>
    InsideTold,

    /// <summary>A quote tells how far down the price may go.</summary>
    FloorTold,

    /// <summary>405 does not say which methods there are.</summary>
    NoAllow,

    /// <summary>Unknown members are ignored.</summary>
    UnknownMemberAccepted,

    /// <summary>Of two members of one name the last wins.</summary>
    DoubledMemberAccepted,

    /// <summary>A missing number is 0.</summary>
    MissingIsZero,

    /// <summary>A price may be negative.</summary>
    NegativeAccepted,

    /// <summary>Any text is a currency.</summary>
    AnyCurrencyAccepted,

    /// <summary>A number may come as text.</summary>
    TextForNumberAccepted,

    /// <summary>A note may be longer than the document says.</summary>
    LongTextAccepted,

    /// <summary>There may be more tags than the document says.</summary>
    ManyTagsAccepted,

    /// <summary>A comma may trail.</summary>
    TrailingCommaAccepted,

    /// <summary>Bytes that are no UTF-8 are replaced in silence.</summary>
    NoUtf8Accepted,

    /// <summary>Whatever is sent is taken for JSON.</summary>
    AnyMediaTypeAccepted,

    /// <summary>A page may have any size.</summary>
    AnyLimitAccepted,

    /// <summary>Any order is accepted, and ignored.</summary>
    AnySortAccepted,

    /// <summary>Any key opens.</summary>
    AnyKeyAccepted,

    /// <summary>A change without If-Match overwrites.</summary>
    NoVersionAccepted,

    /// <summary>A change that rests on an old version overwrites.</summary>
    OldVersionAccepted,

    /// <summary>Half of the quotes lack a member that the schema requires.</summary>
    AnswerLacksMember,

    /// <summary>A list holds null where a note has no text.</summary>
    AnswerHoldsNull,

    /// <summary>A browser gets HTML, which the document does not know.</summary>
    AnswerAsHtml,

    /// <summary>Location leads to something else.</summary>
    LocationLeadsNowhere,

    /// <summary>What was deleted can still be read.</summary>
    DeletedCanBeRead,

    /// <summary>A repeated key makes a second note.</summary>
    RepeatedKeyMakesTwo,

    /// <summary>The same key may come with another call.</summary>
    KeyReusedForAnother,
}
