# SPDX-License-Identifier: EUPL-1.2
"""The rights of people in pictures, in German."""
