using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddIntegrationManners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    System = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    System = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Fingerprint = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ETag = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Location = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Body = table.Column<byte[]>(type: "BLOB", maxLength: 4194304, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
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
        }
    }
}
