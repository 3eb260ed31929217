using Pricing.Documents;

namespace Pricing.Application.Features;

/// <summary>A document to download.</summary>
/// <param name="FileName">File name that says what it is.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Language">Its language.</param>
public sealed record DocumentResponse(string FileName, byte[] Content, DocumentLanguage Language);
