using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations
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
                type: "TEXT",
                nullable: true);
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
