using System.Text;

namespace Pricing.Fuzz.Tests.Engine;

/// <summary>The body of a call.</summary>
/// <param name="Bytes">What is sent.</param>
/// <param name="MediaType">As what; null for nothing said.</param>
/// <param name="IsFaulty">Whether the schema, or JSON itself, forbids it.</param>
internal sealed record Body(byte[] Bytes, string? MediaType, bool IsFaulty);

/// <summary>A call, before it is sent.</summary>
/// <param name="Operation">The operation meant.</param>
/// <param name="Method">Method, which a mutation may have changed.</param>
/// <param name="Path">Address without the query.</param>
/// <param name="Query">Parameters of the query.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">Body; null for none.</param>
/// <param name="Mutation">What was done to a proper call; "none" for nothing.</param>
/// <param name="IsFaulty">Whether something beside the body must be refused.</param>
/// <param name="IsElsewhere">Whether the address may mean another operation, or none.</param>
internal sealed record Call(
    Operation Operation, string Method, string Path, IReadOnlyList<(string Name, string Value)> Query, IReadOnlyList<(string Name, string Value)> Headers, Body? Body, string Mutation, bool IsFaulty, bool IsElsewhere = false)
{
    private const int Large = 100_000;

    public bool MustBeRefused => IsFaulty || Body is { IsFaulty: true };

    public string Address => Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}"))}";

    public Call With(string header, string value) => this with { Headers = [.. Headers.Where(one => one.Name != header), (header, value)] };

    public Call Without(string header) => this with { Headers = [.. Headers.Where(one => one.Name != header)] };

    /// <summary>The value of a header; null where it is not sent.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(one => one.Name == name).Value;

    /// <summary>Whether the caller sends a text in the address or the body.</summary>
    public bool Holds(string text) => Address.Contains(text, StringComparison.Ordinal) || (Body is { } body && Encoding.UTF8.GetString(body.Bytes).Contains(text, StringComparison.Ordinal));

    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Address);
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (Body is not { } body)
            return request;
        request.Content = new ByteArrayContent(body.Bytes);
        if (body.MediaType is { } type)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        // A server that refuses what is too large stops reading; a client that asks first still gets the answer.
        request.Headers.ExpectContinue = body.Bytes.Length > Large;
        return request;
    }

    /// <summary>The call as a command line, for a person to repeat it.</summary>
    public string Curl(Uri? server)
    {
        var headers = string.Concat(Headers.Select(header => $" -H '{header.Name}: {header.Value}'"));
        var body = Body is null ? "" : $" -H 'Content-Type: {Body.MediaType}' --data-binary $'{Shown(Body.Bytes)}'";
        return $"curl -X {Method} '{server?.ToString().TrimEnd('/')}{Address}'{headers}{body}";
    }

    private static string Shown(byte[] bytes)
    {
        const int most = 4_000;
        var text = string.Concat(bytes.Take(most).Select(one => one switch
        {
            (byte)'\'' => @"\'",
            (byte)'\\' => @"\\",
            >= 0x20 and < 0x7F => ((char)one).ToString(),
            _ => $"\\x{one:x2}",
        }));
        return bytes.Length > most ? $"{text}... ({bytes.Length} bytes)" : text;
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, string? MediaType, byte[] Body, string? Location, string? ETag, bool NamesMethods)
{
    public bool Succeeded => Status is >= 200 and < 300;

    public string Text => Encoding.UTF8.GetString(Body);

    public static async Task<Answer> Of(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(cancellationToken),
        response.Headers.Location?.OriginalString, response.Headers.ETag?.ToString(), response.Content.Headers.Allow.Count > 0);
}
