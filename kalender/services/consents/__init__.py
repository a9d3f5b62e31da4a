# SPDX-License-Identifier: EUPL-1.2
"""The register of consents: what people in pictures agreed to, and where the pictures were shown."""
