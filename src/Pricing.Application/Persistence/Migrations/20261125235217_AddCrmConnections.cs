using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddCrmConnections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClientExternalIds");

            migrationBuilder.DropTable(
                name: "EngagementExternalIds");

            migrationBuilder.DropTable(
                name: "KeptAnswers");

            migrationBuilder.DropIndex(
                name: "IX_WebhookEndpoints_TenantId_CreatedAt_Id",
                table: "WebhookEndpoints");

            migrationBuilder.DropIndex(
                name: "IX_WebhookEndpoints_TenantId_UpdatedAt_Id",
                table: "WebhookEndpoints");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_CreatedAt_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_UpdatedAt_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Scenarios_TenantId_CreatedAt_Id",
                table: "Scenarios");

            migrationBuilder.DropIndex(
                name: "IX_Scenarios_TenantId_UpdatedAt_Id",
                table: "Scenarios");

            migrationBuilder.DropIndex(
                name: "IX_RateCards_TenantId_CreatedAt_Id",
                table: "RateCards");

            migrationBuilder.DropIndex(
                name: "IX_RateCards_TenantId_UpdatedAt_Id",
                table: "RateCards");

            migrationBuilder.DropIndex(
                name: "IX_PriceBook_TenantId_CreatedAt_Id",
                table: "PriceBook");

            migrationBuilder.DropIndex(
                name: "IX_PriceBook_TenantId_UpdatedAt_Id",
                table: "PriceBook");

            migrationBuilder.DropIndex(
                name: "IX_PersonalDataCases_TenantId_CreatedAt_Id",
                table: "PersonalDataCases");

            migrationBuilder.DropIndex(
                name: "IX_PersonalDataCases_TenantId_UpdatedAt_Id",
                table: "PersonalDataCases");

            migrationBuilder.DropIndex(
                name: "IX_ExchangeRates_TenantId_CreatedAt_Id",
                table: "ExchangeRates");

            migrationBuilder.DropIndex(
                name: "IX_ExchangeRates_TenantId_UpdatedAt_Id",
                table: "ExchangeRates");

            migrationBuilder.DropIndex(
                name: "IX_Engagements_TenantId_CreatedAt_Id",
                table: "Engagements");

            migrationBuilder.DropIndex(
                name: "IX_Engagements_TenantId_UpdatedAt_Id",
                table: "Engagements");

            migrationBuilder.DropIndex(
                name: "IX_EffortProfiles_TenantId_CreatedAt_Id",
                table: "EffortProfiles");

            migrationBuilder.DropIndex(
                name: "IX_EffortProfiles_TenantId_UpdatedAt_Id",
                table: "EffortProfiles");

            migrationBuilder.DropIndex(
                name: "IX_DriftLimits_TenantId_CreatedAt_Id",
                table: "DriftLimits");

            migrationBuilder.DropIndex(
                name: "IX_DriftLimits_TenantId_UpdatedAt_Id",
                table: "DriftLimits");

            migrationBuilder.DropIndex(
                name: "IX_Deliverables_TenantId_CreatedAt_Id",
                table: "Deliverables");

            migrationBuilder.DropIndex(
                name: "IX_Deliverables_TenantId_UpdatedAt_Id",
                table: "Deliverables");

            migrationBuilder.DropIndex(
                name: "IX_Clients_TenantId_CreatedAt_Id",
                table: "Clients");

            migrationBuilder.DropIndex(
                name: "IX_Clients_TenantId_UpdatedAt_Id",
                table: "Clients");

            migrationBuilder.DropIndex(
                name: "IX_ApiKeys_TenantId_CreatedAt_Id",
                table: "ApiKeys");

            migrationBuilder.DropIndex(
                name: "IX_ApiKeys_TenantId_UpdatedAt_Id",
                table: "ApiKeys");

            migrationBuilder.CreateTable(
                name: "CrmConnections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Settings = table.Column<string>(type: "TEXT", nullable: false),
                    Credentials = table.Column<byte[]>(type: "BLOB", maxLength: 20000, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "CrmInbound",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DealId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsClient = table.Column<bool>(type: "INTEGER", nullable: false),
                    CrmId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OurId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "CrmPushes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EngagementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CloseDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DealId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    LastStatus = table.Column<int>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEndpoints_TenantId_Id",
                table: "WebhookEndpoints",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Id",
                table: "Users",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_TenantId_Id",
                table: "Scenarios",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RateCards_TenantId_Id",
                table: "RateCards",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceBook_TenantId_Id",
                table: "PriceBook",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataCases_TenantId_Id",
                table: "PersonalDataCases",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_TenantId_Id",
                table: "ExchangeRates",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_TenantId_Id",
                table: "Engagements",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EffortProfiles_TenantId_Id",
                table: "EffortProfiles",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_TenantId_Id",
                table: "DriftLimits",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliverables_TenantId_Id",
                table: "Deliverables",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_TenantId_Id",
                table: "Clients",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_TenantId_Id",
                table: "ApiKeys",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmConnections_OwnerId",
                table: "CrmConnections",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmConnections_TenantId_Id",
                table: "CrmConnections",
                columns: new[] { "TenantId", "Id" });

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
                name: "IX_CrmPushes_TenantId_Id",
                table: "CrmPushes",
                columns: new[] { "TenantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CrmInbound");

            migrationBuilder.DropTable(
                name: "CrmLinks");

            migrationBuilder.DropTable(
                name: "CrmPushes");

            migrationBuilder.DropTable(
                name: "CrmConnections");

            migrationBuilder.DropIndex(
                name: "IX_WebhookEndpoints_TenantId_Id",
                table: "WebhookEndpoints");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Scenarios_TenantId_Id",
                table: "Scenarios");

            migrationBuilder.DropIndex(
                name: "IX_RateCards_TenantId_Id",
                table: "RateCards");

            migrationBuilder.DropIndex(
                name: "IX_PriceBook_TenantId_Id",
                table: "PriceBook");

            migrationBuilder.DropIndex(
                name: "IX_PersonalDataCases_TenantId_Id",
                table: "PersonalDataCases");

            migrationBuilder.DropIndex(
                name: "IX_ExchangeRates_TenantId_Id",
                table: "ExchangeRates");

            migrationBuilder.DropIndex(
                name: "IX_Engagements_TenantId_Id",
                table: "Engagements");

            migrationBuilder.DropIndex(
                name: "IX_EffortProfiles_TenantId_Id",
                table: "EffortProfiles");

            migrationBuilder.DropIndex(
                name: "IX_DriftLimits_TenantId_Id",
                table: "DriftLimits");

            migrationBuilder.DropIndex(
                name: "IX_Deliverables_TenantId_Id",
                table: "Deliverables");

            migrationBuilder.DropIndex(
                name: "IX_Clients_TenantId_Id",
                table: "Clients");

            migrationBuilder.DropIndex(
                name: "IX_ApiKeys_TenantId_Id",
                table: "ApiKeys");

            migrationBuilder.CreateTable(
                name: "ClientExternalIds",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    System = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "EngagementExternalIds",
                columns: table => new
                {
                    RowId = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    System = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "KeptAnswers",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PrincipalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Body = table.Column<byte[]>(type: "BLOB", maxLength: 4194304, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ETag = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Fingerprint = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Location = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptAnswers", x => new { x.TenantId, x.PrincipalId, x.Operation, x.Key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEndpoints_TenantId_CreatedAt_Id",
                table: "WebhookEndpoints",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEndpoints_TenantId_UpdatedAt_Id",
                table: "WebhookEndpoints",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_CreatedAt_Id",
                table: "Users",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_UpdatedAt_Id",
                table: "Users",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_TenantId_CreatedAt_Id",
                table: "Scenarios",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_TenantId_UpdatedAt_Id",
                table: "Scenarios",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RateCards_TenantId_CreatedAt_Id",
                table: "RateCards",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RateCards_TenantId_UpdatedAt_Id",
                table: "RateCards",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceBook_TenantId_CreatedAt_Id",
                table: "PriceBook",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PriceBook_TenantId_UpdatedAt_Id",
                table: "PriceBook",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataCases_TenantId_CreatedAt_Id",
                table: "PersonalDataCases",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonalDataCases_TenantId_UpdatedAt_Id",
                table: "PersonalDataCases",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_TenantId_CreatedAt_Id",
                table: "ExchangeRates",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_TenantId_UpdatedAt_Id",
                table: "ExchangeRates",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_TenantId_CreatedAt_Id",
                table: "Engagements",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_TenantId_UpdatedAt_Id",
                table: "Engagements",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EffortProfiles_TenantId_CreatedAt_Id",
                table: "EffortProfiles",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EffortProfiles_TenantId_UpdatedAt_Id",
                table: "EffortProfiles",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_TenantId_CreatedAt_Id",
                table: "DriftLimits",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_TenantId_UpdatedAt_Id",
                table: "DriftLimits",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliverables_TenantId_CreatedAt_Id",
                table: "Deliverables",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliverables_TenantId_UpdatedAt_Id",
                table: "Deliverables",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_TenantId_CreatedAt_Id",
                table: "Clients",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Clients_TenantId_UpdatedAt_Id",
                table: "Clients",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_TenantId_CreatedAt_Id",
                table: "ApiKeys",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_TenantId_UpdatedAt_Id",
                table: "ApiKeys",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

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
                name: "IX_EngagementExternalIds_RecordId",
                table: "EngagementExternalIds",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_EngagementExternalIds_TenantId_System_Id",
                table: "EngagementExternalIds",
                columns: new[] { "TenantId", "System", "Id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptAnswers_CreatedAt",
                table: "KeptAnswers",
                column: "CreatedAt");
        }
    }
}
