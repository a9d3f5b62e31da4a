# SPDX-License-Identifier: EUPL-1.2
"""The page „An mich“: open comments that name the person at this computer."""
