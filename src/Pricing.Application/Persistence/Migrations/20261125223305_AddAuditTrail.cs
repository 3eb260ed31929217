using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddAuditTrail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Salt = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    PayloadHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_TenantId_RecordId_Sequence",
                table: "AuditEntries",
                columns: new[] { "TenantId", "RecordId", "Sequence" });

            // Append-only: nothing is deleted, and of an entry only the payload can go, which an erasure entry accounts for.
            migrationBuilder.Sql("""
                CREATE TRIGGER "AuditEntries_are_kept" BEFORE DELETE ON "AuditEntries"
                BEGIN SELECT RAISE(ABORT, 'Audit entries are kept.'); END;
                """);
            migrationBuilder.Sql("""
                CREATE TRIGGER "AuditEntries_stay_as_written" BEFORE UPDATE ON "AuditEntries"
                WHEN NEW."Payload" IS NOT NULL OR NEW."Salt" IS NOT NULL OR NEW."TenantId" IS NOT OLD."TenantId" OR NEW."Sequence" IS NOT OLD."Sequence"
                  OR NEW."At" IS NOT OLD."At" OR NEW."UserId" IS NOT OLD."UserId" OR NEW."KeyId" IS NOT OLD."KeyId" OR NEW."Action" IS NOT OLD."Action"
                  OR NEW."Kind" IS NOT OLD."Kind" OR NEW."RecordId" IS NOT OLD."RecordId" OR NEW."Version" IS NOT OLD."Version"
                  OR NEW."PayloadHash" IS NOT OLD."PayloadHash" OR NEW."Hash" IS NOT OLD."Hash"
                BEGIN SELECT RAISE(ABORT, 'Audit entries stay as written.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditEntries");
        }
    }
}
