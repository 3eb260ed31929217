using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Pricing.Application.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FollowCrmsAndKeepLogs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CrmLinks");

            migrationBuilder.CreateTable(
                name: "CrmSweeps",
                columns: table => new
                {
                    ConnectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false)
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
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClearedUpTo = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ConnectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    CrmId = table.Column<string>(type: "text", maxLength: 100, nullable: false, collation: "C"),
                    IsClient = table.Column<bool>(type: "boolean", nullable: false),
                    OurId = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false)
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
