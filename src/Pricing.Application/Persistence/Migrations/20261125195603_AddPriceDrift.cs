using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddPriceDrift : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "AcceptanceProbability",
                table: "PriceBook",
                type: "TEXT",
                precision: 28,
                scale: 12,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "ReviewMinutesPerAttempt",
                table: "PriceBook",
                type: "TEXT",
                precision: 28,
                scale: 12,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "CertaintyEquivalentLimit",
                table: "Engagements",
                type: "TEXT",
                precision: 28,
                scale: 12,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "MarginLimit",
                table: "Engagements",
                type: "TEXT",
                precision: 28,
                scale: 12,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DriftLimits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Margin = table.Column<decimal>(type: "TEXT", precision: 28, scale: 12, nullable: false),
                    CertaintyEquivalent = table.Column<decimal>(type: "TEXT", precision: 28, scale: 12, nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DriftLimits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DriftLimits_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DriftLimits_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExchangeRates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PricedIn = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Rate = table.Column<decimal>(type: "TEXT", precision: 28, scale: 12, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExchangeRates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExchangeRates_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExchangeRates_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_OwnerId",
                table: "DriftLimits",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_TenantId",
                table: "DriftLimits",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DriftLimits_TenantId_Id",
                table: "DriftLimits",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_OwnerId",
                table: "ExchangeRates",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_TenantId_Currency_PricedIn_AsOf",
                table: "ExchangeRates",
                columns: new[] { "TenantId", "Currency", "PricedIn", "AsOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExchangeRates_TenantId_Id",
                table: "ExchangeRates",
                columns: new[] { "TenantId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DriftLimits");

            migrationBuilder.DropTable(
                name: "ExchangeRates");

            migrationBuilder.DropColumn(
                name: "AcceptanceProbability",
                table: "PriceBook");

            migrationBuilder.DropColumn(
                name: "ReviewMinutesPerAttempt",
                table: "PriceBook");

            migrationBuilder.DropColumn(
                name: "CertaintyEquivalentLimit",
                table: "Engagements");

            migrationBuilder.DropColumn(
                name: "MarginLimit",
                table: "Engagements");
        }
    }
}
