using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pricing.Application.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class AddCrmConnections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CrmConnections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Settings = table.Column<string>(type: "TEXT", nullable: false),
                    Credentials = table.Column<byte[]>(type: "BLOB", maxLength: 20000, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmConnections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmConnections_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmConnections_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CrmInbound",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DealId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmInbound", x => x.Position);
                    table.ForeignKey(
                        name: "FK_CrmInbound_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmInbound_CrmConnections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "CrmConnections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CrmLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsClient = table.Column<bool>(type: "INTEGER", nullable: false),
                    CrmId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OurId = table.Column<Guid>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "CrmPushes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EngagementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CloseDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DealId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    LastStatus = table.Column<int>(type: "INTEGER", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CrmPushes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CrmPushes_Agencies_TenantId",
                        column: x => x.TenantId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmPushes_CrmConnections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "CrmConnections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmPushes_Engagements_EngagementId",
                        column: x => x.EngagementId,
                        principalTable: "Engagements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CrmPushes_Users_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CrmConnections_OwnerId",
                table: "CrmConnections",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmConnections_TenantId_CreatedAt_Id",
                table: "CrmConnections",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmConnections_TenantId_UpdatedAt_Id",
                table: "CrmConnections",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmInbound_ConnectionId_Key",
                table: "CrmInbound",
                columns: new[] { "ConnectionId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CrmInbound_State_DueAt",
                table: "CrmInbound",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmInbound_TenantId",
                table: "CrmInbound",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmLinks_ConnectionId_IsClient_CrmId",
                table: "CrmLinks",
                columns: new[] { "ConnectionId", "IsClient", "CrmId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CrmLinks_TenantId",
                table: "CrmLinks",
                column: "TenantId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_ConnectionId",
                table: "CrmPushes",
                column: "ConnectionId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_EngagementId",
                table: "CrmPushes",
                column: "EngagementId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_OwnerId",
                table: "CrmPushes",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_State_DueAt",
                table: "CrmPushes",
                columns: new[] { "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_TenantId_CreatedAt_Id",
                table: "CrmPushes",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CrmPushes_TenantId_UpdatedAt_Id",
                table: "CrmPushes",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CrmInbound");

            migrationBuilder.DropTable(
                name: "CrmLinks");

            migrationBuilder.DropTable(
                name: "CrmPushes");

            migrationBuilder.DropTable(
                name: "CrmConnections");
        }
    }
}
