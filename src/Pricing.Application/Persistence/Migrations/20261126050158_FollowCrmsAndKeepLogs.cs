using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FollowCrmsAndKeepLogs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What a CRM calls ours are external ids, as those that others state.
            foreach (var (table, isClient) in new[] { ("ClientExternalIds", 1), ("EngagementExternalIds", 0) })
            {
                migrationBuilder.Sql($"""
                    INSERT INTO "{table}" ("TenantId", "System", "Id", "RecordId")
                    SELECT link."TenantId", lower(connection."Kind"), link."CrmId", MIN(link."OurId")
                    FROM "CrmLinks" AS link JOIN "CrmConnections" AS connection ON connection."Id" = link."ConnectionId"
                    WHERE link."IsClient" = {isClient} AND NOT EXISTS (
                        SELECT 1 FROM "{table}" AS known WHERE known."TenantId" = link."TenantId" AND known."System" = lower(connection."Kind") AND known."Id" = link."CrmId")
                    GROUP BY link."TenantId", lower(connection."Kind"), link."CrmId"
                    """);
            }

            migrationBuilder.DropTable(
                name: "CrmLinks");

            migrationBuilder.CreateTable(
                name: "CrmSweeps",
                columns: table => new
                {
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmSweeps", x => x.ConnectionId);
                    table.ForeignKey(
                        name: "FK_CrmSweeps_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmSweeps_CrmConnections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "CrmConnections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FeedStarts",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClearedUpTo = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedStarts", x => x.TenantId);
                    table.ForeignKey(
                        name: "FK_FeedStarts_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CrmSweeps_TenantId",
                table: "CrmSweeps",
                column: "TenantId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CrmSweeps");

            migrationBuilder.DropTable(
                name: "FeedStarts");

            migrationBuilder.CreateTable(
                name: "CrmLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CrmId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsClient = table.Column<bool>(type: "INTEGER", nullable: false),
                    OurId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_CrmLinks_ConnectionId_IsClient_CrmId",
                table: "CrmLinks",
                columns: new[] { "ConnectionId", "IsClient", "CrmId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CrmLinks_TenantId",
                table: "CrmLinks",
                column: "TenantId");
        }
    }
}
