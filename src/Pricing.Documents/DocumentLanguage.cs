namespace Pricing.Documents;

/// <summary>Languages a document can be written in.</summary>
public enum DocumentLanguage
{
    /// <summary>German.</summary>
    De,

    /// <summary>British English.</summary>
    En,
}
