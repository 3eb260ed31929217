using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations.Postgres
{
    /// <summary>Append-only: nothing is deleted, and of an entry only the payload can go, which an erasure entry accounts for.</summary>
    [DbContext(typeof(PostgresPricingDb))]
    [Migration("20261126044600_KeepAuditEntries")]
    public partial class KeepAuditEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE FUNCTION "AuditEntries_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;
                CREATE TRIGGER "AuditEntries_are_kept" BEFORE DELETE ON "AuditEntries"
                  FOR EACH ROW EXECUTE FUNCTION "AuditEntries_refuse"('Audit entries are kept.');
                CREATE TRIGGER "AuditEntries_are_kept_all" BEFORE TRUNCATE ON "AuditEntries"
                  FOR EACH STATEMENT EXECUTE FUNCTION "AuditEntries_refuse"('Audit entries are kept.');
                CREATE TRIGGER "AuditEntries_stay_as_written" BEFORE UPDATE ON "AuditEntries" FOR EACH ROW
                  WHEN (NEW."Payload" IS NOT NULL OR NEW."Salt" IS NOT NULL
                    OR (NEW."TenantId", NEW."Sequence", NEW."At", NEW."UserId", NEW."KeyId", NEW."Action", NEW."Kind", NEW."RecordId", NEW."Version", NEW."PayloadHash", NEW."Hash")
                    IS DISTINCT FROM
                       (OLD."TenantId", OLD."Sequence", OLD."At", OLD."UserId", OLD."KeyId", OLD."Action", OLD."Kind", OLD."RecordId", OLD."Version", OLD."PayloadHash", OLD."Hash"))
                  EXECUTE FUNCTION "AuditEntries_refuse"('Audit entries stay as written.');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""DROP FUNCTION "AuditEntries_refuse"() CASCADE;""");
    }
}
