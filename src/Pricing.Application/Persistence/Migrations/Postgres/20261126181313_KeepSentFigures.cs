using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepSentFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Figures",
                table: "ProposalVersions",
                type: "text",
                nullable: true,
                collation: "C");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Figures",
                table: "ProposalVersions");
        }
    }
}
