using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Pricing.Application.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Agencies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    LegalName = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    ContactName = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    ContactFunction = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    ContactEmail = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    BrandColour = table.Column<string>(type: "text", maxLength: 7, nullable: false, collation: "C"),
                    TimeZone = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    ProposalValidityDays = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agencies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeptAnswers",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    PrincipalId = table.Column<Guid>(type: "uuid", nullable: false),
                    Operation = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "text", maxLength: 255, nullable: false, collation: "C"),
                    Fingerprint = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    ContentType = table.Column<string>(type: "text", maxLength: 200, nullable: true, collation: "C"),
                    ETag = table.Column<string>(type: "text", maxLength: 100, nullable: true, collation: "C"),
                    Location = table.Column<string>(type: "text", maxLength: 2000, nullable: true, collation: "C"),
                    Body = table.Column<byte[]>(type: "bytea", maxLength: 4194304, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptAnswers", x => new { x.TenantId, x.PrincipalId, x.Operation, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "SetupCodes",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetupCodes", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "SpreadMarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    UpTo = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpreadMarks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Action = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    PayloadHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => new { x.TenantId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_AuditEntries_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", maxLength: 200, nullable: false, collation: "C"),
                    OccurredAt = table.Column<long>(type: "bigint", nullable: false),
                    IsSandbox = table.Column<bool>(type: "boolean", nullable: false),
                    OnlyFor = table.Column<Guid>(type: "uuid", nullable: true),
                    Body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_Events_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    FromName = table.Column<string>(type: "text", maxLength: 400, nullable: false, collation: "C"),
                    ReplyTo = table.Column<string>(type: "text", maxLength: 400, nullable: false, collation: "C"),
                    To = table.Column<string>(type: "text", maxLength: 400, nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", maxLength: 400, nullable: false, collation: "C"),
                    Body = table.Column<string>(type: "text", maxLength: 20000, nullable: true, collation: "C"),
                    State = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    LastError = table.Column<string>(type: "text", maxLength: 500, nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutgoingMails_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Email = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    Role = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Identity = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    DeputyId = table.Column<Guid>(type: "uuid", nullable: true),
                    DeputyFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    DeputyTo = table.Column<DateOnly>(type: "date", nullable: true),
                    DeactivatedAt = table.Column<long>(type: "bigint", nullable: true),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Users_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Prefix = table.Column<string>(type: "text", maxLength: 20, nullable: false, collation: "C"),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    FormerHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    FormerUntil = table.Column<long>(type: "bigint", nullable: true),
                    Role = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Scopes = table.Column<string>(type: "text", maxLength: 1000, nullable: true, collation: "C"),
                    IsSandbox = table.Column<bool>(type: "boolean", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastUsedAt = table.Column<long>(type: "bigint", nullable: true),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiKeys_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApiKeys_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MarginBelow = table.Column<decimal>(type: "numeric", nullable: true),
                    CertaintyEquivalentBelow = table.Column<decimal>(type: "numeric", nullable: true),
                    DiscountAbove = table.Column<decimal>(type: "numeric", nullable: true),
                    FeeAbove = table.Column<decimal>(type: "numeric", nullable: true),
                    LossProbabilityAbove = table.Column<decimal>(type: "numeric", nullable: true),
                    DiscontinuedModel = table.Column<bool>(type: "boolean", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApprovalRules_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ApprovalRules_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Clients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    SearchText = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Country = table.Column<string>(type: "text", maxLength: 2, nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "text", maxLength: 2, nullable: false, collation: "C"),
                    TimeZone = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    Currency = table.Column<string>(type: "text", maxLength: 3, nullable: false, collation: "C"),
                    InputTaxDeductible = table.Column<bool>(type: "boolean", nullable: false),
                    Industry = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    InternalNotes = table.Column<string>(type: "text", maxLength: 10000, nullable: true, collation: "C"),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Clients", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Clients_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Clients_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CrmConnections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "text", maxLength: 500, nullable: false, collation: "C"),
                    Settings = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Credentials = table.Column<byte[]>(type: "bytea", maxLength: 20000, nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmConnections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmConnections_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmConnections_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deliverables",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    SearchText = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Tags = table.Column<string[]>(type: "text[]", nullable: false),
                    Kind = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliverables", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliverables_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliverables_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DriftLimits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Margin = table.Column<decimal>(type: "numeric", nullable: false),
                    CertaintyEquivalent = table.Column<decimal>(type: "numeric", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DriftLimits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DriftLimits_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DriftLimits_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EffortProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    SearchText = table.Column<string>(type: "text", maxLength: 401, nullable: false, collation: "C"),
                    Optimistic = table.Column<decimal>(type: "numeric", nullable: false),
                    MostLikely = table.Column<decimal>(type: "numeric", nullable: false),
                    Pessimistic = table.Column<decimal>(type: "numeric", nullable: false),
                    Source = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EffortProfiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EffortProfiles_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EffortProfiles_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExchangeRates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Currency = table.Column<string>(type: "text", maxLength: 3, nullable: false, collation: "C"),
                    PricedIn = table.Column<string>(type: "text", maxLength: 3, nullable: false, collation: "C"),
                    Rate = table.Column<decimal>(type: "numeric", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeRates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExchangeRates_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExchangeRates_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LegalEntities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    ShortName = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Address = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Country = table.Column<string>(type: "text", maxLength: 2, nullable: false, collation: "C"),
                    Register = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    VatId = table.Column<string>(type: "text", maxLength: 20, nullable: true, collation: "C"),
                    Bank = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    ContactName = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    ContactFunction = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    ContactEmail = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    BrandColour = table.Column<string>(type: "text", maxLength: 7, nullable: false, collation: "C"),
                    CoverColour = table.Column<string>(type: "text", maxLength: 7, nullable: true, collation: "C"),
                    Logo = table.Column<byte[]>(type: "bytea", maxLength: 524288, nullable: true),
                    TimeZone = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    NumberPrefix = table.Column<string>(type: "text", maxLength: 10, nullable: false, collation: "C"),
                    ValidityDays = table.Column<int>(type: "integer", nullable: false),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalEntities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LegalEntities_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LegalEntities_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonalDataCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectKind = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "text", maxLength: 1000, nullable: true, collation: "C"),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: true),
                    KeptUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Basis = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    Hold = table.Column<string>(type: "text", maxLength: 1000, nullable: true, collation: "C"),
                    ErasedAt = table.Column<long>(type: "bigint", nullable: true),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalDataCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PersonalDataCases_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PersonalDataCases_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PriceBook",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    Vendor = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Model = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    SearchText = table.Column<string>(type: "text", maxLength: 702, nullable: false, collation: "C"),
                    Modality = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Unit = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Price = table.Column<decimal>(type: "numeric", nullable: false),
                    Currency = table.Column<string>(type: "text", maxLength: 3, nullable: false, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Source = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    RetrievedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Successor = table.Column<string>(type: "text", maxLength: 100, nullable: true, collation: "C"),
                    MaximumClipSeconds = table.Column<decimal>(type: "numeric", nullable: true),
                    AcceptanceProbability = table.Column<decimal>(type: "numeric", nullable: true),
                    ReviewMinutesPerAttempt = table.Column<decimal>(type: "numeric", nullable: true),
                    Note = table.Column<string>(type: "text", maxLength: 10000, nullable: true, collation: "C"),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceBook", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriceBook_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PriceBook_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookEndpoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "text", maxLength: 2000, nullable: false, collation: "C"),
                    Description = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    Types = table.Column<string>(type: "text", maxLength: 2000, nullable: true, collation: "C"),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    DisabledBecause = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false),
                    Secret = table.Column<byte[]>(type: "bytea", maxLength: 1000, nullable: false),
                    FormerSecret = table.Column<byte[]>(type: "bytea", maxLength: 1000, nullable: true),
                    FormerUntil = table.Column<long>(type: "bigint", nullable: true),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookEndpoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookEndpoints_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WebhookEndpoints_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientExternalIds",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    System = table.Column<string>(type: "text", maxLength: 50, nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", maxLength: 200, nullable: false, collation: "C"),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientExternalIds", x => x.RowId);
                    table.ForeignKey(
                        name: "FK_ClientExternalIds_Clients_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Engagements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    SearchText = table.Column<string>(type: "text", maxLength: 1000, nullable: false, collation: "C"),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: true),
                    Stage = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    WinProbability = table.Column<decimal>(type: "numeric", nullable: true),
                    ExpectedDecision = table.Column<DateOnly>(type: "date", nullable: true),
                    LossReason = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    InternalNotes = table.Column<string>(type: "text", maxLength: 10000, nullable: true, collation: "C"),
                    IsTemplate = table.Column<bool>(type: "boolean", nullable: false),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false),
                    PricingDate = table.Column<DateOnly>(type: "date", nullable: false),
                    CopiedFrom = table.Column<Guid>(type: "uuid", nullable: true),
                    CopiedFromVersion = table.Column<int>(type: "integer", nullable: true),
                    Offer = table.Column<string>(type: "text", maxLength: 200, nullable: true, collation: "C"),
                    MarginLimit = table.Column<decimal>(type: "numeric", nullable: true),
                    CertaintyEquivalentLimit = table.Column<decimal>(type: "numeric", nullable: true),
                    SentDocument = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ResolvedDocument = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Calculations = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Currency = table.Column<string>(type: "text", maxLength: 3, nullable: false, collation: "C"),
                    HeadlineFeeMinor = table.Column<long>(type: "bigint", nullable: true),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Engagements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Engagements_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Engagements_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Engagements_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RateCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    SearchText = table.Column<string>(type: "text", maxLength: 401, nullable: false, collation: "C"),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: true),
                    Currency = table.Column<string>(type: "text", maxLength: 3, nullable: false, collation: "C"),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Discount = table.Column<decimal>(type: "numeric", nullable: false),
                    Realisation = table.Column<decimal>(type: "numeric", nullable: false),
                    Source = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Roles = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RateCards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RateCards_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RateCards_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RateCards_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CrmInbound",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConnectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    DealId = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    Body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    LastError = table.Column<string>(type: "text", maxLength: 1000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmInbound", x => x.Position);
                    table.ForeignKey(
                        name: "FK_CrmInbound_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmInbound_CrmConnections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "CrmConnections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CrmLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    ConnectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsClient = table.Column<bool>(type: "boolean", nullable: false),
                    CrmId = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    OurId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmLinks_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmLinks_CrmConnections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "CrmConnections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NumberRanges",
                columns: table => new
                {
                    LegalEntityId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberRanges", x => new { x.LegalEntityId, x.Year });
                    table.ForeignKey(
                        name: "FK_NumberRanges_LegalEntities_LegalEntityId",
                        column: x => x.LegalEntityId,
                        principalTable: "LegalEntities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    EndpointId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventSequence = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<string>(type: "text", maxLength: 200, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Owner = table.Column<Guid>(type: "uuid", nullable: true),
                    LastStatus = table.Column<int>(type: "integer", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReplayOf = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Position);
                    table.ForeignKey(
                        name: "FK_WebhookDeliveries_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WebhookDeliveries_Events_EventSequence",
                        column: x => x.EventSequence,
                        principalTable: "Events",
                        principalColumn: "Sequence",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WebhookDeliveries_WebhookEndpoints_EndpointId",
                        column: x => x.EndpointId,
                        principalTable: "WebhookEndpoints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CrmPushes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConnectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    EngagementId = table.Column<Guid>(type: "uuid", nullable: false),
                    CloseDate = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    DealId = table.Column<string>(type: "text", maxLength: 100, nullable: true, collation: "C"),
                    Lines = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LastStatus = table.Column<int>(type: "integer", nullable: true),
                    LastError = table.Column<string>(type: "text", maxLength: 1000, nullable: true, collation: "C"),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmPushes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmPushes_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmPushes_CrmConnections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "CrmConnections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmPushes_Engagements_EngagementId",
                        column: x => x.EngagementId,
                        principalTable: "Engagements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmPushes_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EngagementExternalIds",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    System = table.Column<string>(type: "text", maxLength: 50, nullable: false, collation: "C"),
                    Id = table.Column<string>(type: "text", maxLength: 200, nullable: true, collation: "C"),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EngagementExternalIds", x => x.RowId);
                    table.ForeignKey(
                        name: "FK_EngagementExternalIds_Engagements_RecordId",
                        column: x => x.RecordId,
                        principalTable: "Engagements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    EngagementId = table.Column<Guid>(type: "uuid", nullable: false),
                    LegalEntityId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClientId = table.Column<Guid>(type: "uuid", nullable: true),
                    ChangesId = table.Column<Guid>(type: "uuid", nullable: true),
                    CopiedFrom = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    SearchText = table.Column<string>(type: "text", maxLength: 1000, nullable: false, collation: "C"),
                    Currency = table.Column<string>(type: "text", maxLength: 3, nullable: false, collation: "C"),
                    LatestVersion = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    NetMinor = table.Column<long>(type: "bigint", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Proposals_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_Clients_ClientId",
                        column: x => x.ClientId,
                        principalTable: "Clients",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_Engagements_EngagementId",
                        column: x => x.EngagementId,
                        principalTable: "Engagements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_LegalEntities_LegalEntityId",
                        column: x => x.LegalEntityId,
                        principalTable: "LegalEntities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_Proposals_ChangesId",
                        column: x => x.ChangesId,
                        principalTable: "Proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Proposals_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Scenarios",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EngagementId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedFromVersion = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", maxLength: 10000, nullable: true, collation: "C"),
                    IsArchived = table.Column<bool>(type: "boolean", nullable: false),
                    PricingDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Currency = table.Column<string>(type: "text", maxLength: 3, nullable: false, collation: "C"),
                    SentDocument = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ResolvedDocument = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Provenance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scenarios", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Scenarios_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Scenarios_Engagements_EngagementId",
                        column: x => x.EngagementId,
                        principalTable: "Engagements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Scenarios_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookAttempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    DeliveryPosition = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Milliseconds = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: true),
                    Fault = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    Answer = table.Column<string>(type: "text", maxLength: 4000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookAttempts_WebhookDeliveries_DeliveryPosition",
                        column: x => x.DeliveryPosition,
                        principalTable: "WebhookDeliveries",
                        principalColumn: "Position",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProposalHistory",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Step = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    From = table.Column<string>(type: "text", maxLength: 30, nullable: true, collation: "C"),
                    To = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClientPerson = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    Why = table.Column<string>(type: "text", maxLength: 10000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalHistory", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_ProposalHistory_Proposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "Proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProposalPapers",
                columns: table => new
                {
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalPapers", x => new { x.ProposalId, x.VersionNumber, x.Kind });
                    table.ForeignKey(
                        name: "FK_ProposalPapers_Proposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "Proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProposalQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    VersionNumber = table.Column<int>(type: "integer", nullable: false),
                    AskedBy = table.Column<string>(type: "text", maxLength: 300, nullable: true, collation: "C"),
                    Text = table.Column<string>(type: "text", maxLength: 4000, nullable: false, collation: "C"),
                    Answer = table.Column<string>(type: "text", maxLength: 4000, nullable: true, collation: "C"),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProposalQuestions_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposalQuestions_Proposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "Proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposalQuestions_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProposalVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "text", maxLength: 30, nullable: false, collation: "C"),
                    Terms = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Writers = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    FiredRules = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApprovedHash = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    ApprovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ApprovedAt = table.Column<long>(type: "bigint", nullable: true),
                    Statement = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ContentHash = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    PrintedHash = table.Column<string>(type: "text", maxLength: 16, nullable: true, collation: "C"),
                    Date = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: true),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    IsSuperseded = table.Column<bool>(type: "boolean", nullable: false),
                    IsExpiryTold = table.Column<bool>(type: "boolean", nullable: false),
                    IsTest = table.Column<bool>(type: "boolean", nullable: false),
                    Decision = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposalVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProposalVersions_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposalVersions_Proposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "Proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProposalVersions_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ShareLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Name = table.Column<string>(type: "text", maxLength: 300, nullable: false, collation: "C"),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShareLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShareLinks_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ShareLinks_Proposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "Proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ShareLinks_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LinkOpenings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Agent = table.Column<string>(type: "text", maxLength: 10, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkOpenings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinkOpenings_ShareLinks_LinkId",
                        column: x => x.LinkId,
                        principalTable: "ShareLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "SpreadMarks",
                columns: new[] { "Id", "UpTo" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_OwnerId",
                table: "ApiKeys",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Prefix",
                table: "ApiKeys",
                column: "Prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_TenantId_CreatedAt_Id",
                table: "ApiKeys",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_TenantId_UpdatedAt_Id",
                table: "ApiKeys",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRules_OwnerId",
                table: "ApprovalRules",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRules_TenantId",
                table: "ApprovalRules",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRules_TenantId_CreatedAt_Id",
                table: "ApprovalRules",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalRules_TenantId_UpdatedAt_Id",
                table: "ApprovalRules",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_RecordId_Sequence",
                table: "AuditEntries",
                columns: new[] { "TenantId", "RecordId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ClientExternalIds_RecordId",
                table: "ClientExternalIds",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ClientExternalIds_TenantId_System_Id",
                table: "ClientExternalIds",
                columns: new[] { "TenantId", "System", "Id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clients_OwnerId",
                table: "Clients",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Clients_TenantId_CreatedAt_Id",
                table: "Clients",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_TenantId_UpdatedAt_Id",
                table: "Clients",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmConnections_OwnerId",
                table: "CrmConnections",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmConnections_TenantId_CreatedAt_Id",
                table: "CrmConnections",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmConnections_TenantId_UpdatedAt_Id",
                table: "CrmConnections",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmInbound_ConnectionId_Key",
                table: "CrmInbound",
                columns: new[] { "ConnectionId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CrmInbound_State_DueAt",
                table: "CrmInbound",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmInbound_TenantId",
                table: "CrmInbound",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmLinks_ConnectionId_IsClient_CrmId",
                table: "CrmLinks",
                columns: new[] { "ConnectionId", "IsClient", "CrmId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CrmLinks_TenantId",
                table: "CrmLinks",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_ConnectionId",
                table: "CrmPushes",
                column: "ConnectionId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_EngagementId",
                table: "CrmPushes",
                column: "EngagementId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_OwnerId",
                table: "CrmPushes",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_State_DueAt",
                table: "CrmPushes",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_TenantId_CreatedAt_Id",
                table: "CrmPushes",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_TenantId_UpdatedAt_Id",
                table: "CrmPushes",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliverables_OwnerId",
                table: "Deliverables",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliverables_TenantId_CreatedAt_Id",
                table: "Deliverables",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliverables_TenantId_UpdatedAt_Id",
                table: "Deliverables",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_OwnerId",
                table: "DriftLimits",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_TenantId",
                table: "DriftLimits",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_TenantId_CreatedAt_Id",
                table: "DriftLimits",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_TenantId_UpdatedAt_Id",
                table: "DriftLimits",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EffortProfiles_OwnerId",
                table: "EffortProfiles",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_EffortProfiles_TenantId_Code",
                table: "EffortProfiles",
                columns: new[] { "TenantId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EffortProfiles_TenantId_CreatedAt_Id",
                table: "EffortProfiles",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EffortProfiles_TenantId_UpdatedAt_Id",
                table: "EffortProfiles",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EngagementExternalIds_RecordId",
                table: "EngagementExternalIds",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_EngagementExternalIds_TenantId_System_Id",
                table: "EngagementExternalIds",
                columns: new[] { "TenantId", "System", "Id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_ClientId",
                table: "Engagements",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_OwnerId",
                table: "Engagements",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_TenantId_CreatedAt_Id",
                table: "Engagements",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_TenantId_UpdatedAt_Id",
                table: "Engagements",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_Id",
                table: "Events",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_TenantId_Sequence",
                table: "Events",
                columns: new[] { "TenantId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_OwnerId",
                table: "ExchangeRates",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_TenantId_CreatedAt_Id",
                table: "ExchangeRates",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_TenantId_Currency_PricedIn_AsOf",
                table: "ExchangeRates",
                columns: new[] { "TenantId", "Currency", "PricedIn", "AsOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_TenantId_UpdatedAt_Id",
                table: "ExchangeRates",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeptAnswers_CreatedAt",
                table: "KeptAnswers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LegalEntities_OwnerId",
                table: "LegalEntities",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_LegalEntities_TenantId_CreatedAt_Id",
                table: "LegalEntities",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalEntities_TenantId_UpdatedAt_Id",
                table: "LegalEntities",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LinkOpenings_LinkId_At",
                table: "LinkOpenings",
                columns: new[] { "LinkId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_RecordId_CreatedAt",
                table: "OutgoingMails",
                columns: new[] { "RecordId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_State_DueAt",
                table: "OutgoingMails",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_TenantId",
                table: "OutgoingMails",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataCases_OwnerId",
                table: "PersonalDataCases",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataCases_TenantId_CreatedAt_Id",
                table: "PersonalDataCases",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataCases_TenantId_SubjectKind_SubjectId",
                table: "PersonalDataCases",
                columns: new[] { "TenantId", "SubjectKind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataCases_TenantId_UpdatedAt_Id",
                table: "PersonalDataCases",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceBook_OwnerId",
                table: "PriceBook",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_PriceBook_TenantId_Code_ValidFrom",
                table: "PriceBook",
                columns: new[] { "TenantId", "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PriceBook_TenantId_CreatedAt_Id",
                table: "PriceBook",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceBook_TenantId_UpdatedAt_Id",
                table: "PriceBook",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposalHistory_ProposalId_Sequence",
                table: "ProposalHistory",
                columns: new[] { "ProposalId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposalPapers_Sha256",
                table: "ProposalPapers",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalQuestions_OwnerId",
                table: "ProposalQuestions",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalQuestions_ProposalId",
                table: "ProposalQuestions",
                column: "ProposalId");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalQuestions_TenantId_CreatedAt_Id",
                table: "ProposalQuestions",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposalQuestions_TenantId_UpdatedAt_Id",
                table: "ProposalQuestions",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_ChangesId",
                table: "Proposals",
                column: "ChangesId");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_ClientId",
                table: "Proposals",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_EngagementId",
                table: "Proposals",
                column: "EngagementId");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_LegalEntityId_Number",
                table: "Proposals",
                columns: new[] { "LegalEntityId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_OwnerId",
                table: "Proposals",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_TenantId_CreatedAt_Id",
                table: "Proposals",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_TenantId_EngagementId",
                table: "Proposals",
                columns: new[] { "TenantId", "EngagementId" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_TenantId_UpdatedAt_Id",
                table: "Proposals",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposalVersions_ContentHash",
                table: "ProposalVersions",
                column: "ContentHash");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalVersions_OwnerId",
                table: "ProposalVersions",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalVersions_PrintedHash",
                table: "ProposalVersions",
                column: "PrintedHash");

            migrationBuilder.CreateIndex(
                name: "IX_ProposalVersions_ProposalId_Number",
                table: "ProposalVersions",
                columns: new[] { "ProposalId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProposalVersions_State_ExpiresAt",
                table: "ProposalVersions",
                columns: new[] { "State", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposalVersions_TenantId_CreatedAt_Id",
                table: "ProposalVersions",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposalVersions_TenantId_UpdatedAt_Id",
                table: "ProposalVersions",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RateCards_ClientId",
                table: "RateCards",
                column: "ClientId");

            migrationBuilder.CreateIndex(
                name: "IX_RateCards_OwnerId",
                table: "RateCards",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RateCards_TenantId_Code_ValidFrom",
                table: "RateCards",
                columns: new[] { "TenantId", "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RateCards_TenantId_CreatedAt_Id",
                table: "RateCards",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RateCards_TenantId_UpdatedAt_Id",
                table: "RateCards",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_EngagementId",
                table: "Scenarios",
                column: "EngagementId");

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_OwnerId",
                table: "Scenarios",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_TenantId_CreatedAt_Id",
                table: "Scenarios",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_TenantId_UpdatedAt_Id",
                table: "Scenarios",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_OwnerId",
                table: "ShareLinks",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_ProposalId",
                table: "ShareLinks",
                column: "ProposalId");

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_TenantId_CreatedAt_Id",
                table: "ShareLinks",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_TenantId_UpdatedAt_Id",
                table: "ShareLinks",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ShareLinks_TokenHash",
                table: "ShareLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_Identity",
                table: "Users",
                column: "Identity",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_CreatedAt_Id",
                table: "Users",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_UpdatedAt_Id",
                table: "Users",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookAttempts_DeliveryPosition_Number",
                table: "WebhookAttempts",
                columns: new[] { "DeliveryPosition", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_EndpointId_Subject_State_Position",
                table: "WebhookDeliveries",
                columns: new[] { "EndpointId", "Subject", "State", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_EventSequence",
                table: "WebhookDeliveries",
                column: "EventSequence");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_Id",
                table: "WebhookDeliveries",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_State_EndpointId_DueAt",
                table: "WebhookDeliveries",
                columns: new[] { "State", "EndpointId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_TenantId_Position",
                table: "WebhookDeliveries",
                columns: new[] { "TenantId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEndpoints_OwnerId",
                table: "WebhookEndpoints",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEndpoints_TenantId_CreatedAt_Id",
                table: "WebhookEndpoints",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEndpoints_TenantId_UpdatedAt_Id",
                table: "WebhookEndpoints",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "ApprovalRules");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "ClientExternalIds");

            migrationBuilder.DropTable(
                name: "CrmInbound");

            migrationBuilder.DropTable(
                name: "CrmLinks");

            migrationBuilder.DropTable(
                name: "CrmPushes");

            migrationBuilder.DropTable(
                name: "Deliverables");

            migrationBuilder.DropTable(
                name: "DriftLimits");

            migrationBuilder.DropTable(
                name: "EffortProfiles");

            migrationBuilder.DropTable(
                name: "EngagementExternalIds");

            migrationBuilder.DropTable(
                name: "ExchangeRates");

            migrationBuilder.DropTable(
                name: "KeptAnswers");

            migrationBuilder.DropTable(
                name: "LinkOpenings");

            migrationBuilder.DropTable(
                name: "NumberRanges");

            migrationBuilder.DropTable(
                name: "OutgoingMails");

            migrationBuilder.DropTable(
                name: "PersonalDataCases");

            migrationBuilder.DropTable(
                name: "PriceBook");

            migrationBuilder.DropTable(
                name: "ProposalHistory");

            migrationBuilder.DropTable(
                name: "ProposalPapers");

            migrationBuilder.DropTable(
                name: "ProposalQuestions");

            migrationBuilder.DropTable(
                name: "ProposalVersions");

            migrationBuilder.DropTable(
                name: "RateCards");

            migrationBuilder.DropTable(
                name: "Scenarios");

            migrationBuilder.DropTable(
                name: "SetupCodes");

            migrationBuilder.DropTable(
                name: "SpreadMarks");

            migrationBuilder.DropTable(
                name: "WebhookAttempts");

            migrationBuilder.DropTable(
                name: "CrmConnections");

            migrationBuilder.DropTable(
                name: "ShareLinks");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "Proposals");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "WebhookEndpoints");

            migrationBuilder.DropTable(
                name: "Engagements");

            migrationBuilder.DropTable(
                name: "LegalEntities");

            migrationBuilder.DropTable(
                name: "Clients");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Agencies");
        }
    }
}
