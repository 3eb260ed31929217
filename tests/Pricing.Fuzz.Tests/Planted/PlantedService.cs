using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pricing.Fuzz.Tests.Planted;

/// <summary>A small service of notes and quotes that obeys its OpenAPI document, but for the one bug it was given.</summary>
internal sealed class PlantedService(Bug bug) : IAsyncDisposable
{
    /// <summary>What nobody may be told.</summary>
    public const string Floor = "31337.42";

    private const string Json = "application/json";

    private static readonly string[] Currencies = ["EUR", "USD", "CHF"], Orders = ["title", "-title"];

    private readonly ConcurrentDictionary<Guid, Note> notes = new();
    private readonly ConcurrentDictionary<string, (string Request, Reply Reply)> repeated = new();
    private WebApplication app = null!;
    private int made;

    public HttpClient Client { get; private set; } = null!;

    public static JsonObject Document() => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Planted", "openapi.json")))!.AsObject();

    public static async Task<PlantedService> Start(Bug bug)
    {
        var service = new PlantedService(bug);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        service.app = builder.Build();
        service.app.Run(service.Answer);
        await service.app.StartAsync();
        service.Client = new() { BaseAddress = new(service.app.Urls.First()) };
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        Reply reply;
        try
        {
            reply = await Route(context);
        }
        catch (Refusal refusal)
        {
            reply = refusal.Reply;
        }
        catch (Exception e) when (e is not BadHttpRequestException)
        {
            reply = Problem(500, "failed", "The service failed.");
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            context.Response.Headers[name] = value;
        if (reply.Body is not { } body)
            return;
        context.Response.ContentType = reply.MediaType;
        await context.Response.WriteAsync(body);
    }

    private async Task<Reply> Route(HttpContext context)
    {
        var parts = context.Request.Path.Value!.Split('/')[1..];
        var method = context.Request.Method;
        if (parts is ["problems", var code])
            return code is "unheard-of" ? NotFound() : new(200, "What it means.", "text/plain", []);
        if (bug != Bug.AnyKeyAccepted && context.Request.Headers["X-API-Key"].ToString() is not ("" or "good") || context.Request.Headers.Authorization.Count > 0 && bug != Bug.AnyKeyAccepted)
            throw Refused(401, "sign-in", "The key opens nothing.");
        return (parts, method) switch
        {
            (["quotes"], "POST") => Quote(await Body(context), context),
            (["quotes"], _) => WrongMethod("POST"),
            (["notes"], "GET") => List(context.Request.Query),
            (["notes"], "POST") => await Create(context),
            (["notes"], _) => WrongMethod("GET, POST"),
            (["notes", var id], "GET") => Read(Id(id)),
            (["notes", var id], "PUT") => Change(Id(id), context, NoteOf(await Body(context))),
            (["notes", var id], "DELETE") => Delete(Id(id), context),
            (["notes", _], _) => WrongMethod("GET, PUT, DELETE"),
            (["notes", var id, "archive"], "POST") => Change(Id(id), context, Known(Id(id)) with { IsArchived = true }),
            (["notes", _, "archive"], _) => WrongMethod("POST"),
            _ => NotFound(),
        };
    }

    private Reply Quote(JsonObject body, HttpContext context)
    {
        Members(body, ["quantity", "price", "currency"], ["note", "tags", "discount"]);
        var quantity = Number(body, "quantity", 1, 1_000_000);
        if (!decimal.IsInteger(quantity))
            throw Invalid("quantity");
        var price = Number(body, "price", bug == Bug.NegativeAccepted ? -1_000_000_000 : 0, 1_000_000);
        if (body["currency"] is not JsonValue currency || currency.GetValueKind() != JsonValueKind.String || (!Currencies.Contains((string?)currency) && bug != Bug.AnyCurrencyAccepted))
            throw Invalid("currency");
        if (bug == Bug.OverflowFails && quantity == 1_000_000)
            _ = checked((int)(quantity * 10_000));
        if (bug == Bug.MissingOptionalFails && body["note"] is null)
            throw new InvalidOperationException("note is taken for granted");
        var note = Text(body, "note", 0, bug == Bug.LongTextAccepted ? 100_000 : 40);
        var tags = body["tags"] as JsonArray;
        if ((body.ContainsKey("tags") && tags is null) || tags?.Count > (bug == Bug.ManyTagsAccepted ? 1_000 : 3) || tags?.Any(tag => tag?.GetValueKind() != JsonValueKind.String) == true)
            throw Invalid("tags");
        var discount = Discount(body);
        if (bug == Bug.UndocumentedStatus && discount == 1)
            return Problem(402, "free", "Nothing is left to pay.");

        var total = quantity * price * (1 - discount);
        var answer = new JsonObject { ["total"] = total, ["currency"] = currency.DeepClone(), ["note"] = note ?? (bug == Bug.FloorTold ? $"{Floor} at least" : "") };
        if (bug == Bug.AnswerLacksMember && quantity % 2 == 0)
            answer.Remove("currency");
        if (bug == Bug.AnswerAsHtml && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            return new(200, "<p>Done</p>", "text/html", []);
        return new(200, answer.ToJsonString(), Json, []);
    }

    private decimal Discount(JsonObject body)
    {
        if (!body.ContainsKey("discount"))
            return 0;
        if (body["discount"] is not JsonObject discount)
            throw Invalid("discount");
        Members(discount, ["share"], ["reason"]);
        Text(discount, "reason", 1, 40);
        return Number(discount, "share", 0, 1);
    }

    private Reply List(IQueryCollection query)
    {
        if (query.TryGetValue("limit", out var text) && bug != Bug.AnyLimitAccepted && (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > 50))
            throw Invalid("limit");
        if (query.TryGetValue("sort", out var sort) && bug != Bug.AnySortAccepted && !Orders.Contains(sort.ToString()))
            throw Invalid("sort");
        var items = notes.Where(entry => !entry.Value.IsDeleted).Take(3).Select(entry => entry.Value.View(entry.Key));
        var list = new JsonArray([.. items]);
        if (bug == Bug.AnswerHoldsNull && list.Count > 0 && list[0]!["text"] is null)
            list[0]!["title"] = null;
        return new(200, new JsonObject { ["items"] = list }.ToJsonString(), Json, []);
    }

    private async Task<Reply> Create(HttpContext context)
    {
        var bytes = await Bytes(context);
        var note = NoteOf(Parsed(context, bytes));
        if (context.Request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 } key)
            return Made(note);
        if (key.Length > 255)
            throw Invalid("Idempotency-Key");
        var request = Convert.ToHexString(bytes);
        if (bug == Bug.RepeatedKeyMakesTwo)
            return Made(note);
        if (!repeated.TryGetValue(key, out var earlier))
            return (repeated[key] = (request, Made(note))).Reply;
        return earlier.Request == request || bug == Bug.KeyReusedForAnother ? earlier.Reply : throw Refused(422, "key-reused", "The key came with another call.");
    }

    private Reply Made(Note note)
    {
        var id = new Guid(Interlocked.Increment(ref made), 7, 7, [7, 7, 7, 7, 7, 7, 7, 7]);
        notes[id] = note;
        var leadsTo = bug == Bug.LocationLeadsNowhere ? Guid.Empty : id;
        return new(201, note.View(id).ToJsonString(), Json, [("Location", $"/notes/{leadsTo}"), ("ETag", note.ETag)]);
    }

    private Reply Read(Guid id)
    {
        var note = notes.TryGetValue(id, out var found) && (!found.IsDeleted || bug == Bug.DeletedCanBeRead) ? found : throw new Refusal(NotFound());
        if (bug == Bug.ArchivedCannotBeRead && note.IsArchived)
            throw new InvalidOperationException("archived");
        return new(200, note.View(id).ToJsonString(), Json, [("ETag", note.ETag)]);
    }

    private Reply Change(Guid id, HttpContext context, Note changed)
    {
        var now = Asked(id, context);
        if (bug == Bug.ThirdChangeFails && now.Version == 3)
            throw new InvalidOperationException("third change");
        var next = changed with { Version = now.Version + 1 };
        return notes.TryUpdate(id, next, now) ? new(200, next.View(id).ToJsonString(), Json, [("ETag", next.ETag)]) : throw Refused(412, "changed", "Somebody else was faster.");
    }

    private Reply Delete(Guid id, HttpContext context)
    {
        var now = Asked(id, context);
        return notes.TryUpdate(id, now with { IsDeleted = true }, now) ? new(204, null, null, []) : throw Refused(412, "changed", "Somebody else was faster.");
    }

    private Note Asked(Guid id, HttpContext context)
    {
        var now = Known(id);
        var tag = context.Request.Headers.IfMatch.ToString();
        if (tag.Length == 0 && bug != Bug.NoVersionAccepted)
            throw Refused(428, "version-required", "If-Match is missing.");
        if (tag.Length > 0 && tag != "*" && tag != now.ETag && bug != Bug.OldVersionAccepted)
            throw Refused(412, "changed", "The note has another version.");
        return now;
    }

    private Note Known(Guid id) => notes.TryGetValue(id, out var note) && !note.IsDeleted ? note : throw new Refusal(NotFound());

    private Note NoteOf(JsonObject body)
    {
        Members(body, ["title"], ["text"]);
        return new(Text(body, "title", 1, 60)!, Text(body, "text", 0, 1_000), 1, false, false);
    }

    private Guid Id(string text) => bug == Bug.OddIdFails ? Guid.Parse(text) : Guid.TryParse(text, out var id) ? id : throw new Refusal(NotFound());

    private async Task<JsonObject> Body(HttpContext context) => Parsed(context, await Bytes(context));

    private static async Task<byte[]> Bytes(HttpContext context)
    {
        using var stream = new MemoryStream();
        await context.Request.Body.CopyToAsync(stream);
        return stream.ToArray();
    }

    private JsonObject Parsed(HttpContext context, byte[] bytes)
    {
        var type = context.Request.ContentType;
        if (bug != Bug.AnyMediaTypeAccepted && type is not (Json or "application/json; charset=utf-8"))
            throw Refused(415, "media-type", "Send application/json.");
        if (bytes.Length == 0 && bug == Bug.EmptyFails)
            throw new InvalidOperationException("no body");
        try
        {
            if (bug == Bug.NoUtf8Accepted)
                bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes));
            var options = new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = bug == Bug.DoubledMemberAccepted, AllowTrailingCommas = bug == Bug.TrailingCommaAccepted };
            using var parsed = JsonDocument.Parse(bytes, options);
            var members = new JsonObject();
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
                throw Invalid("body");
            foreach (var member in parsed.RootElement.EnumerateObject())
                members[member.Name] = JsonNode.Parse(member.Value.GetRawText(), documentOptions: options);
            _ = members.ToJsonString();   // a lone surrogate shows itself here
            return members;
        }
        catch (JsonException e) when (bug != Bug.DeepFails || !e.Message.Contains("depth", StringComparison.Ordinal))
        {
            throw Refused(400, "invalid", bug == Bug.InsideTold ? $"System.Text.Json.JsonException: {e.Message}" : "The body is no JSON.");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw Invalid("body");
        }
    }

    private void Members(JsonObject body, string[] required, string[] optional)
    {
        if (bug != Bug.UnknownMemberAccepted && body.Any(member => !required.Contains(member.Key) && !optional.Contains(member.Key)))
            throw Invalid("member");
        if (required.FirstOrDefault(name => !body.ContainsKey(name)) is { } missing && !(bug == Bug.MissingIsZero && missing == "price"))
            throw Invalid(missing);
    }

    private decimal Number(JsonObject body, string name, decimal least, decimal most)
    {
        if (bug == Bug.MissingIsZero && name == "price" && !body.ContainsKey(name))
            return 0;
        var text = body[name] is JsonValue value && (value.GetValueKind() == JsonValueKind.Number || (bug == Bug.TextForNumberAccepted && value.GetValueKind() == JsonValueKind.String)) ? value.ToString() : "";
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : throw Invalid(name);
    }

    private string? Text(JsonObject body, string name, int least, int most)
    {
        if (!body.ContainsKey(name))
            return null;
        if (body[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.String || (string?)value is not { } text || text.Length < least || text.Length > most)
            throw Invalid(name);
        return bug == Bug.NulFails && text.Contains('\0', StringComparison.Ordinal) ? throw new InvalidOperationException("NUL") : text;
    }

    private Reply NotFound() => bug == Bug.BareError ? new(404, "Not found", "text/plain", []) : Problem(404, "not-found", "There is no such thing.");

    private Reply WrongMethod(string allowed)
    {
        var reply = Problem(405, "method", "The address takes other methods.");
        return bug == Bug.NoAllow ? reply : reply with { Headers = [("Allow", allowed)] };
    }

    private Refusal Invalid(string name) => Refused(400, "invalid", $"{name} breaks a rule.");

    private Refusal Refused(int status, string code, string detail) => new(Problem(status, code, detail));

    private Reply Problem(int status, string code, string detail)
    {
        var body = new JsonObject
        {
            ["type"] = $"/problems/{(bug == Bug.UnexplainedType && status == 412 ? "unheard-of" : code)}",
            ["title"] = code,
            ["status"] = bug == Bug.OtherStatusInProblem && status == 415 ? 400 : status,
            ["detail"] = detail,
        };
        return new(status, body.ToJsonString(), "application/problem+json", []);
    }

    private sealed record Note(string Title, string? Text, int Version, bool IsArchived, bool IsDeleted)
    {
        public string ETag => $"\"v{Version}\"";

        public JsonObject View(Guid id)
        {
            var view = new JsonObject { ["id"] = id.ToString(), ["title"] = Title, ["isArchived"] = IsArchived };
            if (Text is not null)
                view["text"] = Text;
            return view;
        }
    }

    private sealed record Reply(int Status, string? Body, string? MediaType, IReadOnlyList<(string Name, string Value)> Headers);

    private sealed class Refusal(Reply reply) : Exception
    {
        public Reply Reply { get; } = reply;
    }
}
