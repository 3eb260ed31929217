"""Prints a quotation of Tryton as PDF and says the median of milliseconds: quotation.py LINES ROUNDS FILE

Needs of the distribution tryton-server, tryton-modules-sale and libreoffice-writer-nogui. Making the database is not counted.
"""
import os
import sys
import tempfile
import time
from decimal import Decimal

os.environ["DB_NAME"] = ":memory:"

from trytond.config import config

config.set("database", "uri", "sqlite://")
config.set("database", "path", tempfile.mkdtemp())

from trytond.pool import Pool
from trytond.tests.test_tryton import activate_module, with_transaction
from trytond.transaction import Transaction

activate_module("sale")

from trytond.modules.company.tests import create_company, set_company


def quotation(lines):
    pool = Pool()
    party = pool.get("party.party")(name="Client")
    party.addresses = [pool.get("party.address")(street="Street 1", city="Berlin", postal_code="10115")]
    party.save()
    sale = pool.get("sale.sale")(party=party, company=Transaction().context["company"])
    sale.on_change_party()
    sale.currency = sale.company.currency
    line = pool.get("sale.line")
    sale.lines = [
        line(type="line", description=f"Work package {i}", quantity=i, unit_price=Decimal("120.50"))
        for i in range(1, lines + 1)]
    sale.save()
    return sale


@with_transaction()
def run(lines, rounds, path):
    with set_company(create_company()):
        sale = quotation(lines)
        action, = Pool().get("ir.action.report").search([("report_name", "=", "sale.sale")])
        action.extension = "pdf"
        action.save()
        report = Pool().get("sale.sale", type="report")
        times = []
        for _ in range(rounds):
            start = time.monotonic()
            kind, data, *_ = report.execute([sale.id], {"action_id": action.id})
            times.append((time.monotonic() - start) * 1000)
            if kind != "pdf":
                sys.exit("Tryton could not make a PDF of it")
        with open(path, "wb") as file:
            file.write(data)
        print(f"median {sorted(times)[rounds // 2]:.1f}")


run(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
