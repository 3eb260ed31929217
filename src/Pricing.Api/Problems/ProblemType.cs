namespace Pricing.Api.Problems;

/// <summary>A kind of problem: a stable address, a status, and what to do about it.</summary>
/// <param name="Code">Code; the type is <c>/problems/{code}</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What it is, the same for every occurrence.</param>
/// <param name="Cause">When it happens.</param>
/// <param name="Cure">What to do.</param>
internal sealed record ProblemType(string Code, int Status, string Title, string Cause, string Cure)
{
    public static readonly ProblemType Invalid = new(
        "invalid-request", 400, "The request breaks a rule", "The body is no valid JSON, or a member is missing, unknown, of the wrong kind or out of bounds.",
        "Correct every member named in errors; each pointer says where, each detail what is allowed.");

    public static readonly ProblemType BadRequest = new(
        "bad-request", 400, "The request cannot be read", "The address holds . or .. as a segment, the body does not arrive as HTTP wants it or is not what a CRM sends, or a text cannot be stored.",
        "Correct the address or the body, and send it again.");

    public static readonly ProblemType SignInRequired = new(
        "sign-in-required", 401, "Nobody knows who you are", "The request brings no key or token that opens: it is missing, wrong, expired or revoked.",
        "Send an API key as X-API-Key, or a bearer token of your identity provider.");

    public static readonly ProblemType NotAllowed = new(
        "not-allowed", 403, "You may not do this", "Your role, or the scope of your key, lacks the right that detail names.", "Ask an administrator of your agency.");

    public static readonly ProblemType NotFound = new(
        "not-found", 404, "There is no such resource", "The id is unknown in your agency, or the address does not exist.", "Look the id up in a list.");

    public static readonly ProblemType MethodNotAllowed = new(
        "method-not-allowed", 405, "The address does not take this method", "The method is not one of those in the Allow header.", "Use a method that Allow names.");

    public static readonly ProblemType NotAcceptable = new(
        "not-acceptable", 406, "The answer is not to be had in this form", "The Accept header excludes every form of the answer.", "Accept one of the documented media types.");

    public static readonly ProblemType Timeout = new(
        "request-timeout", 408, "The request took too long to arrive", "The body came too slowly.", "Send it again.");

    public static readonly ProblemType Conflict = new(
        "conflict", 409, "The resource already exists", "Another record holds the same key.", "Read the other record, or choose another key.");

    public static readonly ProblemType PriceExists = Conflict with { Code = "price-exists", Title = "The price book has this price", Cause = "An entry of the same code starts on the same day.", Cure = "Revise that entry, or choose another first day." };

    public static readonly ProblemType RateCardExists = Conflict with { Code = "rate-card-exists", Title = "There is such a rate card", Cause = "A card of the same code starts on the same day.", Cure = "Revise that card, or choose another first day." };

    public static readonly ProblemType ProfileExists = Conflict with { Code = "effort-profile-exists", Title = "There is such an effort profile", Cause = "A profile has the same code.", Cure = "Revise that profile, or choose another code." };

    public static readonly ProblemType TooManyRuns = Conflict with { Code = "too-many-runs", Title = "The agency has too many runs", Cause = "Twenty long analyses of the agency wait, run or keep their answers.", Cure = "Fetch and delete those that are done, or wait." };

    public static readonly ProblemType TooManyScenarios = Conflict with { Code = "too-many-scenarios", Title = "The engagement has enough scenarios", Cause = "An engagement has at most 50 scenarios that are not archived.", Cure = "Archive one that is no longer compared." };

    public static readonly ProblemType StepNotAllowed = Conflict with { Code = "step-not-allowed", Title = "The proposal does not allow this step", Cause = "A proposal in this state allows other steps.", Cure = "Take one of the steps that detail names, or start the next version." };

    public static readonly ProblemType ContentChanged = Conflict with { Code = "content-changed", Title = "The content is another one", Cause = "The content is no longer the one that was approved, looked at or shown.", Cure = "Read the proposal again; submit it again where it was approved." };

    public static readonly ProblemType AlreadyAgreed = Conflict with { Code = "already-agreed", Title = "The engagement is agreed", Cause = "Another proposal of the engagement is accepted.", Cure = "Order a change of the accepted proposal, priced by an engagement of its own, or copy the engagement for another deal." };

    public static readonly ProblemType AlreadyDecided = Conflict with { Code = "already-decided", Title = "The version is decided", Cause = "It was accepted, declined, withdrawn or replaced.", Cure = "Look at the proposal as it stands now." };

    public static readonly ProblemType ApprovalNeeded = Conflict with { Code = "approval-needed", Title = "Somebody has to approve it", Cause = "An approval rule fires that did not fire when it was submitted.", Cure = "Submit it again." };

    public static readonly ProblemType AlreadyOver = Conflict with { Code = "already-over", Title = "The last day is over", Cause = "The version could be accepted until the end of its last day.", Cure = "Ask for a new version, or state a later last day." };

    public static readonly ProblemType TooManyQuestions = Conflict with { Code = "too-many-questions", Title = "The proposal holds enough questions", Cause = "A proposal holds at most 100 questions.", Cure = "Write to the agency's contact." };

    public static readonly ProblemType TooManyEndpoints = Conflict with { Code = "too-many-endpoints", Title = "The agency has enough webhook endpoints", Cause = "An agency has at most 100 webhook endpoints that are not archived.", Cure = "Archive one that nobody listens at any more." };

    public static readonly ProblemType TooManyConnections = Conflict with { Code = "too-many-connections", Title = "The agency has enough connections to CRMs", Cause = "An agency has at most 20 connections to CRMs that are not archived.", Cure = "Archive one that is no longer used." };

    public static readonly ProblemType ExchangeRateExists = Conflict with { Code = "exchange-rate-exists", Title = "There is such an exchange rate", Cause = "A rate of the same pair is of the same day.", Cure = "Revise that rate, or choose another day." };

    public static readonly ProblemType DifferenceChanged = Conflict with { Code = "difference-changed", Title = "The difference is another one by now", Cause = "An engagement or a price has changed since the dry run.", Cure = "Send the dry run again, look at its difference, and send its confirmation." };

    public static readonly ProblemType IdentityTaken = Conflict with { Code = "identity-taken", Title = "Another user has this identity", Cause = "One person of the identity provider is one user.", Cure = "State another identity, or none." };

    public static readonly ProblemType LastAdministrator = Conflict with { Code = "last-administrator", Title = "The agency would lock itself out", Cause = "The person is the last active administrator.", Cure = "Make somebody else an administrator first." };

    public static readonly ProblemType EndpointInactive = Conflict with { Code = "endpoint-inactive", Title = "The webhook endpoint is switched off", Cause = "Nothing is sent to an endpoint that is switched off or archived.", Cure = "Switch it on first; for an archived one make a new one." };

    public static readonly ProblemType ConnectionInactive = Conflict with { Code = "connection-inactive", Title = "The connection to the CRM is switched off", Cause = "Nothing is sent over a connection that is switched off or archived.", Cure = "Switch it on first; for an archived one make a new one." };

    public static readonly ProblemType KeyRevoked = Conflict with { Code = "key-revoked", Title = "The key is revoked", Cause = "A revoked key never opens again.", Cure = "Make a new key." };

    public static readonly ProblemType StillActive = Conflict with { Code = "still-active", Title = "The person works with the service", Cause = "Data of an active user cannot be erased.", Cure = "Deactivate the user first." };

    public static readonly ProblemType UserOutOfUse = Conflict with { Code = "user-out-of-use", Title = "Nobody works with the person's data any more", Cause = "The person's data are erased or only kept.", Cure = "Add another user for whoever works with the service." };

    public static readonly ProblemType ClientOutOfUse = Conflict with { Code = "client-out-of-use", Title = "The agency no longer works with the client", Cause = "The client is archived or merged into another, or its data are erased or only kept.", Cure = "Name the client that is in use; detail names it where two were merged." };

    public static readonly ProblemType ClientStays = Conflict with { Code = "client-stays", Title = "The engagement stays with its client", Cause = "A proposal of it was sent to its client, or the client's data are held, erased or only kept.", Cure = "Leave the client as it is. Copy the engagement for another client; where two clients are one, merge them." };

    public static readonly ProblemType ExternalIdTaken = Conflict with { Code = "external-id-taken", Title = "Another record is known under this id", Cause = "In the agency an id of another system belongs to one client, or to one engagement.", Cure = "Take the id away from the record that detail names, or merge the two." };

    public static readonly ProblemType KeyInFlight = Conflict with { Code = "idempotency-key-in-flight", Title = "The call is still under way", Cause = "A call with the same Idempotency-Key has been under way for more than two seconds.", Cure = "Send it again, unchanged, after the seconds that Retry-After names." };

    public static readonly ProblemType EventsGone = new(
        "events-gone", 410, "The events are no longer kept", "Some of what happened after this place in the feed is older than events are kept.", "Read the resources anew, then the feed without after.");

    public static readonly ProblemType Stale = new(
        "changed-meanwhile", 412, "Somebody else changed it", "The resource has another version than the If-Match header names.",
        "Read the resource again, look at the change, and retry with its ETag; currentETag in the answer names it.");

    public static readonly ProblemType AlreadyKnown = new(
        "already-known", 412, "A record is known under this id", "If-None-Match: * only creates, and the record that detail names is known under the id already.",
        "Leave it as it is, or replace it with its ETag as If-Match; currentETag in the answer names it.");

    public static readonly ProblemType TooLarge = new(
        "too-large", 413, "The body is too large", "A body has at most 1,114,112 bytes.", "Send less.");

    public static readonly ProblemType UnsupportedMediaType = new(
        "unsupported-media-type", 415, "The body is of the wrong type", "The Content-Type is not application/json in UTF-8.", "Send Content-Type: application/json.");

    public static readonly ProblemType NothingToOffer = new(
        "nothing-to-offer", 422, "No structure may go to a client", "Each fee structure is infeasible, opens the books by nature, or tells an amount that is a cost or a floor of the agency.", "Add a structure that keeps the books closed, such as a fixed price.");

    public static readonly ProblemType NoLegalEntity = new(
        "no-legal-entity", 422, "No company issues proposals", "The agency has no legal entity in use.", "Add a legal entity.");

    public static readonly ProblemType KeyReused = new(
        "idempotency-key-reused", 422, "The key came with another call", "The same Idempotency-Key came with another address, condition or body in the last 24 hours.", "Send a new key with a new call; repeat a call unchanged.");

    public static readonly ProblemType AnswerTooLarge = new(
        "answer-too-large", 422, "The answer is too large to be kept", "The answer to a call with an Idempotency-Key has more than 4 MiB.", "Ask for less at once, or send the call without a key.");

    public static readonly ProblemType TakenBack = new(
        "taken-back", 424, "Another item failed", "The batch is atomic and another of its items was refused, so this one was taken back.", "Correct the item that was refused and send the batch again, under a new Idempotency-Key if it bears one.");

    public static readonly ProblemType CrmAmount = new(
        "crm-amount", 422, "The CRM cannot hold the amount", "An amount has more decimals than the CRM's field, or is too large, and would be rounded there.", "Offer amounts that the field holds, or use another CRM.");

    public static readonly ProblemType CrmSettings = new(
        "crm-settings", 422, "The connection's settings do not suffice", "The CRM needs an id that the connection does not name, such as that of a stage or of a currency.", "Complete the settings of the connection.");

    public static readonly ProblemType PreconditionRequired = new(
        "if-match-required", 428, "If-Match is missing", "A change must say which version of the resource it is based on.",
        "Send the ETag of the version you read as If-Match; currentETag in the answer names it.");

    public static readonly ProblemType TooManyRequests = new(
        "too-many-requests", 429, "Too many calls", "The key, the user, the agency or the address has used up its calls of the minute.", "Call again after the seconds that Retry-After names; where an answer has RateLimit, it says what is left.");

    public static readonly ProblemType Internal = new(
        "internal-error", 500, "Something went wrong on our side", "A fault of the service.", "Try again; if it persists, report the traceId.");

    public static readonly ProblemType Busy = new(
        "busy", 503, "The database is busy", "Another change holds the database for more than five seconds.", "Retry after the seconds that Retry-After names.");

    public static readonly ProblemType Unreachable = new(
        "database-unreachable", 503, "The database is out of reach", "The database server does not answer, restarts, or has no connection left. Whether the change was made is not known.",
        "Send the call again, with the same Idempotency-Key, after the seconds that Retry-After names.");

    public static readonly ProblemType IssuerUnreachable = new(
        "issuer-unreachable", 503, "The issuer of tokens is out of reach", "The service cannot read the keys of the OpenID Connect issuer, without which no token can be judged.",
        "Call again after the seconds that Retry-After names; keys of the service work meanwhile.");

    public static readonly ProblemType Full = new(
        "storage-full", 507, "The disk is full", "The database cannot grow.", "Free space; reading goes on meanwhile.");

    // The first of a status is what the status means by itself.
    public static readonly IReadOnlyList<ProblemType> All =
    [
        Invalid, BadRequest, SignInRequired, NotAllowed, NotFound, MethodNotAllowed, NotAcceptable, Timeout, Conflict, PriceExists, RateCardExists, ProfileExists, TooManyRuns, TooManyScenarios, TooManyEndpoints, TooManyConnections,
        StepNotAllowed, ContentChanged, ApprovalNeeded, AlreadyAgreed, AlreadyDecided, AlreadyOver, TooManyQuestions,
        ExchangeRateExists, DifferenceChanged, IdentityTaken, LastAdministrator, KeyRevoked, EndpointInactive, ConnectionInactive, StillActive, UserOutOfUse, ClientOutOfUse, ClientStays, ExternalIdTaken, KeyInFlight, EventsGone, Stale, AlreadyKnown, TooLarge,
        UnsupportedMediaType, NothingToOffer, NoLegalEntity, KeyReused, AnswerTooLarge, CrmAmount, CrmSettings, TakenBack, PreconditionRequired, TooManyRequests, Internal, Busy, Unreachable, IssuerUnreachable, Full,
    ];

    /// <summary>Address of the type.</summary>
    public string Address => $"/problems/{Code}";

    public static ProblemType OfCode(string code) => All.Single(type => type.Code == code);

    public static ProblemType OfStatus(int status) => All.FirstOrDefault(type => type.Status == status) ?? (status < 500 ? BadRequest with { Status = status } : Internal);
}
