using Pricing.Application.Tests.Features;
using Pricing.Application.Tests.Features.Audit;
using Pricing.Application.Tests.Features.Clients;
using Pricing.Application.Tests.Features.PriceBook;
using Pricing.Application.Tests.Features.Proposals;
using Pricing.Application.Tests.Outbox;

// The tests of the use cases once more, on PostgreSQL: the trait says so, and Desk.Open reads it.
namespace Pricing.Application.Tests.Persistence.OnPostgres;

[Trait("Database", "PostgreSQL")]
public sealed class DispatcherOnPostgres : DispatcherTests;

[Trait("Database", "PostgreSQL")]
public sealed class MailOnPostgres : MailTests;

[Trait("Database", "PostgreSQL")]
public sealed class ProposalsOnPostgres : ProposalTests;

[Trait("Database", "PostgreSQL")]
public sealed class ProposalRacesOnPostgres : ProposalRaceTests;

[Trait("Database", "PostgreSQL")]
public sealed class AuditOnPostgres : AuditTests;

[Trait("Database", "PostgreSQL")]
public sealed class PersonalDataOnPostgres : PersonalDataTests;

[Trait("Database", "PostgreSQL")]
public sealed class ClientsOnPostgres : ClientTests;

[Trait("Database", "PostgreSQL")]
public sealed class PricesOnPostgres : PriceTests;
