"""The form of an appointment system's export, as far as it is used; unknown fields are passed over.

The exporting system is PHP: an empty value arrives as null, "", [] or false, so all of these mean "none".
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _none_if_empty(value: Any) -> Any:
    return None if value in ("", False) or value == [] else value


def _list_if_empty(value: Any) -> Any:
    return [] if value in (None, "", False) else value


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str | None, BeforeValidator(_none_if_empty), BeforeValidator(_as_text)]
Number = Annotated[str, BeforeValidator(_as_text), Field(min_length=1)]


class Exported(BaseModel):
    """A part of the export."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Meta(Exported):
    """When an entry was written and where it is shown; `url` holds a placeholder for the id."""

    url: Text = None
    lastupdate: Text = None
    keywords: Text = None


class ExportedLink(Exported):
    """A named link."""

    name: Text = None
    link: str


class Appointment(Exported):
    """Whether appointments can be booked online."""

    allowed: bool = False


class ServedAt(Exported):
    """A location that offers a service."""

    location: Number
    appointment: Appointment = Appointment()


class ExportedService(Exported):
    """A service; its texts are HTML, `duration` is minutes per appointment."""

    id: Number
    name: str = Field(min_length=1)
    description: Text = None
    requirements: Text = None
    documents: Text = Field(default=None, alias="prerequisites")
    fees: Text = None
    leika: Text = None
    public: bool = True
    meta: Meta = Meta()
    locations: Annotated[list[ServedAt], BeforeValidator(_list_if_empty)] = []
    links: Annotated[list[ExportedLink], BeforeValidator(_list_if_empty)] = []
    forms: Annotated[list[ExportedLink], BeforeValidator(_list_if_empty)] = []
    duration: Annotated[int | None, BeforeValidator(_none_if_empty)] = None


class Address(Exported):
    """Where a location is."""

    street: Text = None
    house_number: Text = None
    postal_code: Text = None
    city: Text = None
    hint: Text = None


class Contact(Exported):
    """How a location is reached."""

    phone: Text = None
    fax: Text = None
    email: Text = None


class ExportedLocation(Exported):
    """A location, shown to citizens as `displayName`."""

    id: Number
    name: str = Field(min_length=1)
    display_name: Text = Field(default=None, alias="displayName")
    display_name_alternatives: Annotated[list[str], BeforeValidator(_list_if_empty)] = Field(
        default=[], alias="displayNameAlternatives"
    )
    public: bool = True
    organization: Text = None
    organization_unit: Text = Field(default=None, alias="organizationUnit")
    meta: Meta = Meta()
    address: Annotated[Address | None, BeforeValidator(_none_if_empty)] = None
    contact: Annotated[Contact | None, BeforeValidator(_none_if_empty)] = None
    opening_hours: Text = Field(default=None, alias="openingHours")


class ServicesExport(Exported):
    """The file of services."""

    data: list[ExportedService]


class LocationsExport(Exported):
    """The file of locations."""

    data: list[ExportedLocation]
