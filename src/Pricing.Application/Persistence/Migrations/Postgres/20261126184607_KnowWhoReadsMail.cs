using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KnowWhoReadsMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ReaderId",
                table: "OutgoingMails",
                type: "uuid",
                nullable: true);

            // What was written before went to the user of that address, where it did not go to the client.
            migrationBuilder.Sql("""
                UPDATE "OutgoingMails" SET "ReaderId" = (SELECT reader."Id" FROM "Users" AS reader WHERE reader."TenantId" = "OutgoingMails"."TenantId" AND reader."Email" = "OutgoingMails"."To" ORDER BY reader."Id" LIMIT 1)
                WHERE "Kind" NOT IN ('sent', 'answered', 'confirmed', 'reminder')
                """);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_ReaderId",
                table: "OutgoingMails",
                column: "ReaderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_OutgoingMails_ReaderId",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "ReaderId",
                table: "OutgoingMails");
        }
    }
}
