namespace Pricing.Application.Features.Webhooks;

/// <summary>Keeps secrets that are needed again, unlike passwords, so that a stolen database tells none. The host says how: its keys lie outside the database.</summary>
/// <param name="Close">Encrypts a secret.</param>
/// <param name="Open">Decrypts what <c>Close</c> made; throws where the keys are others by now.</param>
public sealed record SecretBox(Func<byte[], byte[]> Close, Func<byte[], byte[]> Open);
