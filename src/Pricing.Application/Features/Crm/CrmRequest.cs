using System.Text.Json.Nodes;

namespace Pricing.Application.Features.Crm;

/// <summary>A call of a CRM. Each may be repeated: it creates or updates by our key, reads, or removes what is named.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query behind the connection's address.</param>
/// <param name="Body">JSON; null for none.</param>
internal sealed record CrmRequest(HttpMethod Method, string Path, JsonNode? Body = null);
