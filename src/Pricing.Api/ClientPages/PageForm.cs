namespace Pricing.Api.ClientPages;

/// <summary>What a client has typed, so that nothing of it is lost, and what is wrong with it.</summary>
public sealed record PageForm
{
    /// <summary>Letter of the chosen option; null where none was chosen yet.</summary>
    public string? Option { get; init; }

    /// <summary>Codes of the chosen lines of that option; null where nothing was chosen yet.</summary>
    public IReadOnlyList<string>? Extras { get; init; }

    /// <summary>Who accepts.</summary>
    public string Name { get; init; } = "";

    /// <summary>What that person does.</summary>
    public string Function { get; init; } = "";

    /// <summary>Day of the acceptance as typed; null for today.</summary>
    public string? SignedOn { get; init; }

    /// <summary>The client's order number.</summary>
    public string OrderNumber { get; init; } = "";

    /// <summary>Who declines.</summary>
    public string DeclineName { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who asks.</summary>
    public string QuestionName { get; init; } = "";

    /// <summary>The question.</summary>
    public string Question { get; init; } = "";

    /// <summary>Keys of the texts that say what is wrong, by field; the fields are named as in the forms.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Key of what the page says first; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>Key of what is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string field) => Errors.GetValueOrDefault(field);

    /// <summary>The field that takes the reader's attention first.</summary>
    public string? FirstFault(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (Errors.ContainsKey(field))
                return field;
        }

        return null;
    }
}
