using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RememberMergedClients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergedInto",
                table: "Clients",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Clients_MergedInto",
                table: "Clients",
                column: "MergedInto");

            // What a change of the engagement's client left behind; who was merged into whom before is not known.
            migrationBuilder.Sql("""
                UPDATE "Proposals" SET "ClientId" = (SELECT work."ClientId" FROM "Engagements" AS work WHERE work."Id" = "Proposals"."EngagementId")
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Clients_MergedInto",
                table: "Clients");

            migrationBuilder.DropColumn(
                name: "MergedInto",
                table: "Clients");
        }
    }
}
