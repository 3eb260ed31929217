using System.Net.Mime;
using MediatR;
using Microsoft.Net.Http.Headers;
using Pricing.Api.OpenApi;
using Pricing.Api.Security;
using Pricing.Application.Features;
using Pricing.Application.Features.Access;
using Pricing.Application.Features.Analyses;
using Pricing.Application.Features.Proposals;
using Pricing.Documents;
using Pricing.Documents.Pdf.Proposal;

namespace Pricing.Api.Endpoints;

internal static class ProposalEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder app)
    {
        var proposals = app.MapApi("/proposals", Tags.Proposals);
        proposals.MapGet("", List).WithName("ListProposals").WithSummary("List proposals").Needs(Right.ReadOffers)
            .WithDescription("With number, state and net price; filter by state, engagement or part of number, title or client.").Lists<ProposalSummary>();
        proposals.MapPost("", Create).WithName("CreateProposal").WithSummary("Draft a proposal of an engagement").Needs(Right.WriteProposals)
            .WithDescription("The engagement's id is enough: options, tax, payment plan, clauses and AI statement have defaults that suit it. Next: look at the PDF, then submit it.")
            .Creates<ProposalView>().ProducesProblems(409, 422);
        proposals.MapGet("/{id:guid}", Get).WithName("GetProposal").WithSummary("Show a proposal").Needs(Right.ReadOffers)
            .WithDescription("Its newest version, or the one that version names: options with every line, terms, approval, decision and what can happen next.").Produces<ProposalView>().ProducesProblems(404);
        proposals.MapPut("/{id:guid}", Revise).WithName("ReviseProposal").WithSummary("Replace what a proposal says").Needs(Right.WriteProposals)
            .WithDescription("While it is a draft, in review or approved; an approval is void afterwards. What was sent is never changed: start the next version.").Produces<ProposalView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        proposals.MapGet("/{id:guid}/proposal.pdf", GetPdf).WithName("GetProposalDocument").WithSummary("Download a proposal (PDF)").Needs(Right.ReadOffers)
            .WithDescription("Byte for byte what was sent; a draft as things stand, marked as one. With detail it is drawn anew: summary, sections, lines or openBook, which needs the right openBooks. It is in the language of the proposal.").Produces(StatusCodes.Status200OK, null, MediaTypeNames.Application.Pdf).ProducesProblems(404);
        proposals.MapGet("/{id:guid}/proposal.xlsx", GetWorkbook).WithName("GetProposalWorkbook").WithSummary("Download the client's workbook (Excel)").Needs(Right.ReadOffers)
            .WithDescription("The same members as the PDF, with live totals; no cost, profit or floor.").Produces(StatusCodes.Status200OK, null, DocumentEndpoints.Workbook).ProducesProblems(404);
        proposals.MapGet("/{id:guid}/certificate.pdf", GetCertificate).WithName("GetProposalCertificate").WithSummary("Download an accepted proposal with its certificate (PDF)").Needs(Right.ReadOffers)
            .WithDescription("The PDF that was sent, unchanged, and behind it who accepted what and when, with both hashes.").Produces(StatusCodes.Status200OK, null, MediaTypeNames.Application.Pdf).ProducesProblems(404);
        proposals.MapGet("/{id:guid}/internal.pdf", GetInternal).WithName("GetInternalProposal").WithSummary("Download the internal edition of a proposal (PDF)").Needs(Right.ReadFigures)
            .WithDescription("Cost, margin, risk and bargaining range of each option. It is marked on every page and never goes to a client.").Produces(StatusCodes.Status200OK, null, MediaTypeNames.Application.Pdf).ProducesProblems(404);
        proposals.MapGet("/{id:guid}/proposal.json", GetData).WithName("GetProposalData").WithSummary("Read a proposal as machines do").Needs(Right.ReadOffers)
            .WithDescription("What the PDF says, with every figure; nothing of the inside.").Produces<ProposalData>().ProducesProblems(404);

        Step("/submit", (id, version) => new SubmitProposal(id, version)).WithName("SubmitProposal").WithSummary("Submit a proposal for approval").Needs(Right.WriteProposals)
            .WithDescription("The approval rules are applied; where none fires it is approved at once.").Produces<ProposalView>().RequiresIfMatch().ProducesProblems(409);
        proposals.MapPost("/{id:guid}/approve", Approve).WithName("ApproveProposal").WithSummary("Approve a proposal that others wrote").Needs(Right.ApproveProposals)
            .WithDescription("Names the content that was looked at. Any later change of terms, engagement, scenario or company voids the approval.").Produces<ProposalView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        proposals.MapPost("/{id:guid}/reject", Reject).WithName("RejectProposal").WithSummary("Give a proposal back to its writers").Needs(Right.ApproveProposals)
            .WithDescription("It is a draft again; the reason stands in its history.").Produces<ProposalView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        proposals.MapPost("/{id:guid}/send", Send).WithName("SendProposal").WithSummary("Send an approved proposal").Needs(Right.WriteProposals)
            .WithDescription("Freezes it, renders its documents once and answers with the link for the client, which is shown this once.").Produces<SentProposalView>().RequiresIfMatch().ProducesProblems(409);
        proposals.MapPost("/{id:guid}/record-acceptance", RecordAcceptance).WithName("RecordAcceptance").WithSummary("Record that the client has accepted on paper").Needs(Right.WriteProposals)
            .WithDescription("For a signed copy or an order by mail: the version sent last is accepted as if the client had done it on its page. History and certificate say that the agency wrote it down, and what it rests on.")
            .Produces<ProposalView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        proposals.MapPost("/{id:guid}/withdraw", Withdraw).WithName("WithdrawProposal").WithSummary("Take a proposal back").Needs(Right.WriteProposals)
            .WithDescription("A draft is dropped; what is with the client can no longer be accepted. Its number stays taken.").Produces<ProposalView>().RequiresIfMatch().ProducesProblems(409, 413, 415);
        Step("/versions", (id, version) => new OpenProposalVersion(id, version)).WithName("OpenProposalVersion").WithSummary("Start the next version of a proposal").Needs(Right.WriteProposals)
            .WithDescription("A draft with the terms of the newest one. What is with the client stays open until the new version is sent.").Produces<ProposalView>().RequiresIfMatch().ProducesProblems(409);
        proposals.MapPost("/{id:guid}/copies", Copy).WithName("CopyProposal").WithSummary("Copy a proposal").Needs(Right.WriteProposals)
            .WithDescription("A draft with a number of its own and without any approval; a last day that is over stays behind.").Creates<ProposalView>().ProducesProblems(404, 409, 422);
        proposals.MapPost("/{id:guid}/change-orders", OrderChange).WithName("OrderChange").WithSummary("Draft a change of an accepted proposal").Needs(Right.WriteProposals)
            .WithDescription("A proposal of its own for what comes on top, priced by an engagement of its own, with its own number and acceptance; the contract's total counts it once it is accepted.").Creates<ProposalView>().ProducesProblems(404, 409, 422);

        proposals.MapGet("/{id:guid}/versions", ListVersions).WithName("ListProposalVersions").WithSummary("List the versions of a proposal").Needs(Right.ReadOffers)
            .WithDescription("With hashes, documents and decisions, the first one first.").Produces<IReadOnlyList<ProposalVersionSummary>>().ProducesProblems(404);
        proposals.MapGet("/{id:guid}/versions/{from:int}/difference/{to:int}", Difference).WithName("CompareProposalVersions").WithSummary("Show what changed between two versions").Needs(Right.ReadFigures)
            .WithDescription("In money by cause (scope, rates, AI prices, currency, terms, discount), in deliverables, and in what was stated, place by place.").Produces<ProposalDifference>().ProducesProblems(404);
        proposals.MapGet("/{id:guid}/versions/{from:int}/difference/{to:int}/chart", DrawDifference).WithName("DrawProposalVersions").WithSummary("Draw what changed the fee between two versions").Needs(Right.ReadFigures)
            .WithDescription("The recommended option's fee as a bridge by cause. PNG, or SVG where the Accept header asks for it.").Produces(StatusCodes.Status200OK, null, MediaTypeNames.Image.Png, MediaTypeNames.Image.Svg).ProducesProblems(404, 422);
        proposals.MapGet("/{id:guid}/contract", Contract).WithName("GetContract").WithSummary("Show what is agreed by now").Needs(Right.ReadOffers)
            .WithDescription("The accepted proposal and its accepted changes with a running total, and what is still open beside it.").Produces<ContractView>().ProducesProblems(404, 409);
        proposals.MapPost("/{id:guid}/scope-cut", Cut).WithName("CutScope").WithSummary("Show what a cut of scope saves, and what it does not").Needs(Right.ReadFigures).StoresNothing()
            .WithDescription("Set-up, fixed costs and work already done do not halve with the scope; also what ending now costs, and the fees at which the margin stays. Nothing is stored.").Produces<ScopeCutView>().ProducesProblems(404, 413, 415);
        proposals.MapGet("/{id:guid}/history", History).WithName("GetProposalHistory").WithSummary("Show who did what to a proposal").Needs(Right.ReadOffers)
            .WithDescription("Every step with time, person and reason, the client's included. Reasons of the agency are shown to who may see margins.").Produces<IReadOnlyList<HistoryEntryView>>().ProducesProblems(404);

        proposals.MapGet("/{id:guid}/mails", ListMails).WithName("ListProposalMails").WithSummary("List the mails about a proposal").Needs(Right.WriteProposals)
            .WithDescription("What left for client and owner, and what did not, the newest first. Without a mail server none is written.").Produces<IReadOnlyList<MailView>>().ProducesProblems(404);
        proposals.MapGet("/{id:guid}/links", ListLinks).WithName("ListShareLinks").WithSummary("List the client's links to a proposal").Needs(Right.WriteProposals)
            .WithDescription("Their addresses were shown once and are not kept.").Lists<ShareLinkView>().ProducesProblems(404);
        proposals.MapPost("/{id:guid}/links", CreateLink).WithName("CreateShareLink").WithSummary("Make another link to a sent proposal").Needs(Right.WriteProposals)
            .WithDescription("Whoever has it sees the version sent last and may decide about it. The address is shown this once.").Creates<OpenedShareLink>().ProducesProblems(404);
        var links = app.MapApi("/share-links", Tags.Proposals);
        links.MapGet("/{id:guid}", GetLink).WithName("GetShareLink").WithSummary("Show a client's link").Needs(Right.WriteProposals)
            .WithDescription("For whom it is and how long it opens.").Produces<ShareLinkView>().ProducesProblems(404);
        links.MapDelete("/{id:guid}", RevokeLink).WithName("RevokeShareLink").WithSummary("Revoke a client's link").Needs(Right.WriteProposals)
            .WithDescription("It opens nothing from the next request on.").Produces<ShareLinkView>().RequiresIfMatch();

        proposals.MapGet("/{id:guid}/questions", ListQuestions).WithName("ListQuestions").WithSummary("List the client's questions about a proposal").Needs(Right.ReadOffers)
            .WithDescription("With the answers given.").Lists<QuestionView>().ProducesProblems(404);
        var questions = app.MapApi("/questions", Tags.Proposals);
        questions.MapGet("/{id:guid}", GetQuestion).WithName("GetQuestion").WithSummary("Show a client's question").Needs(Right.ReadOffers)
            .WithDescription("With its answer, where there is one.").Produces<QuestionView>().ProducesProblems(404);
        questions.MapPut("/{id:guid}/answer", Answer).WithName("AnswerQuestion").WithSummary("Answer a client's question").Needs(Right.WriteProposals)
            .WithDescription("The client reads it on the proposal's page.").Produces<QuestionView>().RequiresIfMatch().ProducesProblems(413, 415);

        var rules = app.MapApi("/approval-rules", Tags.Proposals);
        rules.MapGet("", GetRules).WithName("GetApprovalRules").WithSummary("Show the approval rules").Needs(Right.ReadFigures)
            .WithDescription("What makes somebody else's approval necessary.").Produces<ApprovalRulesView>();
        rules.MapPut("", ReviseRules).WithName("ReviseApprovalRules").WithSummary("Change the approval rules").Needs(Right.ApproveProposals)
            .WithDescription("They hold for whatever is submitted from now on; a rule that is left out never fires.").Produces<ApprovalRulesView>().RequiresIfMatch().ProducesProblems(413, 415);

        app.MapApi("/verify", Tags.Proposals).MapGet("/{hash}", Verify).WithName("VerifyHash").WithSummary("Check the hash printed on a document").AllowAnonymous()
            .WithDescription("Without signing in: whether the version is current, superseded, expired, withdrawn or unknown. Takes the hash of the footer, whole or its 16 digits, or the SHA-256 of a document.").Produces<HashVerification>();

        RouteHandlerBuilder Step(string path, Func<Guid, int?, IRequest<ProposalView>> request) => proposals.MapPost($"/{{id:guid}}{path}", async (Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
            ETags.Ok(context, await mediator.Send(request(id, await ReadVersion(id, context, mediator, cancellationToken)), cancellationToken)));
    }

    private static Task<Page<ProposalSummary>> List(
        IMediator mediator, CancellationToken cancellationToken, string? search = null, string? state = null, Guid? engagementId = null, int? limit = null, string? after = null, string? sort = null,
        DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListProposals(search, Query.Code<ProposalState>(state, "state"), engagementId, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> Create(CreateProposal body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "proposals", await mediator.Send(body, cancellationToken));

    private static async Task<IResult> Get(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, int? version = null) =>
        ETags.Ok(context, await mediator.Send(new GetProposal(id, version), cancellationToken));

    private static async Task<IResult> Revise(Guid id, ReviseProposal body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> GetPdf(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, int? version = null, string? detail = null)
    {
        IRequest<DocumentResponse> request = Query.Code<ProposalDetail>(detail, "detail") is { } wanted ? new GetProposalAtDetail(id, version, wanted) : new GetProposalPaper(id, version, PaperKind.Proposal);
        return DocumentEndpoints.Download(await mediator.Send(request, cancellationToken), MediaTypeNames.Application.Pdf, context);
    }

    private static async Task<IResult> GetWorkbook(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, int? version = null) =>
        DocumentEndpoints.Download(await mediator.Send(new GetProposalPaper(id, version, PaperKind.Workbook), cancellationToken), DocumentEndpoints.Workbook, context);

    private static async Task<IResult> GetCertificate(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, int? version = null) =>
        DocumentEndpoints.Download(await mediator.Send(new GetProposalPaper(id, version, PaperKind.Certificate), cancellationToken), MediaTypeNames.Application.Pdf, context);

    private static async Task<IResult> GetInternal(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken, int? version = null) =>
        DocumentEndpoints.Download(await mediator.Send(new GetInternalProposal(id, version), cancellationToken), MediaTypeNames.Application.Pdf, context);

    private static async Task<IResult> GetData(Guid id, IMediator mediator, CancellationToken cancellationToken, int? version = null) =>
        TypedResults.Bytes((await mediator.Send(new GetProposalPaper(id, version, PaperKind.Data), cancellationToken)).Content, MediaTypeNames.Application.Json);

    private static async Task<IResult> Approve(Guid id, ApproveProposal body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Reject(Guid id, RejectProposal body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Send(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new SendProposal(id, await ReadVersion(id, context, mediator, cancellationToken)), cancellationToken));

    private static async Task<IResult> Withdraw(Guid id, WithdrawProposal body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> RecordAcceptance(Guid id, RecordAcceptance body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = await ReadVersion(id, context, mediator, cancellationToken) }, cancellationToken));

    private static async Task<IResult> Copy(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "proposals", await mediator.Send(new CopyProposal(id), cancellationToken));

    private static async Task<IResult> OrderChange(Guid id, OrderChange body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "proposals", await mediator.Send(body with { Id = id }, cancellationToken));

    private static Task<IReadOnlyList<ProposalVersionSummary>> ListVersions(Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new ListProposalVersions(id), cancellationToken);

    private static Task<IReadOnlyList<HistoryEntryView>> History(Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new GetProposalHistory(id), cancellationToken);

    private static Task<IReadOnlyList<MailView>> ListMails(Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new ListProposalMails(id), cancellationToken);

    private static Task<ProposalDifference> Difference(Guid id, int from, int to, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new CompareProposalVersions(id, from, to), cancellationToken);

    private static async Task<IResult> DrawDifference(
        Guid id, int from, int to, HttpContext context, IMediator mediator, CancellationToken cancellationToken, string? lang = null, int width = 1200, int height = 800)
    {
        var type = Accepted.Best(context.Request, MediaTypeNames.Image.Png, MediaTypeNames.Image.Svg) ?? MediaTypeNames.Image.Png;
        var form = new AnswerForm(type == MediaTypeNames.Image.Svg ? AnswerFormat.Svg : AnswerFormat.Png, Query.Code<DocumentLanguage>(lang, "lang") ?? DocumentLanguage.En, width, height);
        context.Response.Headers.Vary = HeaderNames.Accept;
        return TypedResults.Bytes(await mediator.Send(new DrawProposalVersions(id, from, to, form), cancellationToken), type);
    }

    private static Task<ContractView> Contract(Guid id, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new GetContract(id), cancellationToken);

    private static Task<ScopeCutView> Cut(Guid id, CutScope body, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(body with { Id = id }, cancellationToken);

    private static Task<Page<ShareLinkView>> ListLinks(
        Guid id, IMediator mediator, CancellationToken cancellationToken, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListShareLinks(id, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> CreateLink(Guid id, CreateShareLink body, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Created(context, "share-links", await mediator.Send(body with { Id = id }, cancellationToken));

    private static async Task<IResult> GetLink(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetShareLink(id), cancellationToken));

    private static async Task<IResult> RevokeLink(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new RevokeShareLink(id, await ETags.ReadVersion(context, async () => await mediator.Send(new GetShareLink(id), cancellationToken))), cancellationToken));

    private static Task<Page<QuestionView>> ListQuestions(
        Guid id, IMediator mediator, CancellationToken cancellationToken, int? limit = null, string? after = null, string? sort = null, DateTimeOffset? updatedSince = null) =>
        mediator.Send(new ListQuestions(id, limit, after) { Sort = sort, UpdatedSince = updatedSince }, cancellationToken);

    private static async Task<IResult> GetQuestion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetQuestion(id), cancellationToken));

    private static async Task<IResult> Answer(Guid id, AnswerQuestion body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var version = await ETags.ReadVersion(context, async () => await mediator.Send(new GetQuestion(id), cancellationToken));
        return ETags.Ok(context, await mediator.Send(body with { Id = id, ReadVersion = version }, cancellationToken));
    }

    private static async Task<IResult> GetRules(HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.Ok(context, await mediator.Send(new GetApprovalRules(), cancellationToken));

    private static async Task<IResult> ReviseRules(ReviseApprovalRules body, HttpContext context, IMediator mediator, CancellationToken cancellationToken)
    {
        var version = await ETags.ReadVersion(context, async () => await mediator.Send(new GetApprovalRules(), cancellationToken));
        return ETags.Ok(context, await mediator.Send(body with { ReadVersion = version }, cancellationToken));
    }

    private static Task<HashVerification> Verify(string hash, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new VerifyHash(hash), cancellationToken);

    private static Task<int?> ReadVersion(Guid id, HttpContext context, IMediator mediator, CancellationToken cancellationToken) =>
        ETags.ReadVersion(context, async () => await mediator.Send(new GetProposal(id, null), cancellationToken));
}
