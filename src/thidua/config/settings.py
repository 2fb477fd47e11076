"""Django settings; everything an installation may change comes from `config.env`."""

from __future__ import annotations

from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from thidua.config import env
from thidua.config.office_name import office_name

PACKAGE = Path(__file__).resolve().parent.parent
VAR = env.var_folder()

DEBUG = env.switch("DEBUG")
SECRET_KEY = env.secret_key()
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS")

INSTALLED_APPS = [
    "thidua.web.shell",
    "thidua.web.api",
    "thidua.web.public.lookup",
    "thidua.web.public.documents",
    "thidua.web.public.news",
    "thidua.web.public.readers",
    "thidua.web.public.consultation",
    "thidua.web.public.role_models",
    "thidua.web.public.gifts",
    "thidua.web.public.contests",
    "thidua.web.public",
    "thidua.web.workspace.home",
    "thidua.web.workspace.units",
    "thidua.web.workspace.movements",
    "thidua.web.workspace.targets",
    "thidua.web.workspace.nominations",
    "thidua.web.workspace.appraisal",
    "thidua.web.workspace.figures",
    "thidua.web.workspace.records",
    "thidua.web.workspace.gifts",
    "thidua.web.workspace.contests",
    "thidua.web.workspace.role_models",
    "thidua.web.workspace.register",
    "thidua.web.workspace.books",
    "thidua.web.workspace.identities",
    "thidua.web.workspace.privacy",
    "thidua.web.workspace.reports",
    "thidua.web.workspace.statistics",
    "thidua.web.workspace.law",
    "thidua.web.workspace.council",
    "thidua.web.workspace.signing",
    "thidua.web.workspace.certificates",
    "thidua.web.workspace.notices",
    "thidua.web.workspace.moderation",
    "thidua.web.workspace.readership",
    "thidua.web.workspace.editing",
    "thidua.web.workspace.administration",
    "thidua.demo",
    "thidua.portal",
    "thidua.reports",
    "thidua.decisions",
    "thidua.council",
    "thidua.nominations",
    "thidua.contests",
    "thidua.contributions",
    "thidua.targets",
    "thidua.movements",
    "thidua.registry",
    "thidua.lawbook",
    "thidua.orgs",
    "thidua.accounts",
    "thidua.support.audit",
    "thidua.support.documents",
    "thidua.support.files",
    "thidua.support.notices",
    "thidua.support.photos",
    "thidua.support.spreadsheets",
    "thidua.config",
    "thidua.portal.desk_words",  # behind our apps, whose words stand, and before Wagtail's
    "django.contrib.humanize",  # «3 phút trước» on the desk
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_htmx",
    "django_cotton.apps.SimpleAppConfig",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "thidua.web.shell.public_cache.PublicPages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pads each answer, so that its length tells nothing (BREACH)
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "thidua.web.shell.middleware.ReadableAddresses",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "thidua.web.shell.middleware.OwnPasswordFirst",
    "thidua.web.shell.middleware.RefusalsAsPages",
]

ROOT_URLCONF = "thidua.config.urls"
WSGI_APPLICATION = "thidua.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "thidua.web.shell.templatetags.shell"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "thidua.web.shell.context.shell",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        env.option("DATABASE_URL") or f"sqlite:///{VAR / 'thidua.sqlite3'}", conn_max_age=60
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE: a write takes its lock when it begins, so two officers wait for each other instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "thidua.web.shell.backends.AccountBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "my-work"
LOGOUT_REDIRECT_URL = "home"
# Ten wrong passwords for one name from one address lock that pair for half an hour.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
# Behind a web server of ours all requests come from one address: whoever guesses must not lock everybody out.
AXES_CLIENT_IP_CALLABLE = "thidua.web.shell.visitors.address_of"
AXES_LOCKOUT_TEMPLATE = "shell/locked.html"
AXES_VERBOSE = False

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
# The second holds the words of the desk's scripts: Wagtail asks LOCALE_PATHS for them and no other app.
LOCALE_PATHS = [PACKAGE / "config" / "locale", PACKAGE / "portal" / "desk_words" / "scripts" / "locale"]
FORMAT_MODULE_PATH = ["thidua.config.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
ASSETS = VAR / "assets"
(ASSETS / "fonts").mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [ASSETS]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "thidua.web.shell.stylesheets.JoinedStylesheet",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    "pictures": {
        "BACKEND": "thidua.portal.pictures.PublicPictures",
        "OPTIONS": {"location": VAR / "pictures", "base_url": "/anh/"},
    },
}
MEDIA_ROOT = VAR / "uploads"
FILE_UPLOAD_PERMISSIONS = 0o640
MAX_UPLOAD_BYTES = int(env.option("MAX_UPLOAD_MB")) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Files, not the memory of one process: what is counted there counts for all processes of this machine.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20000},
    },
    # Where the sizes of a photo lie; written by Wagtail for each photo of each page, so not into files.
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "renditions"},
    # Public pages for a minute, in the memory of each process; apart, so that no page pushes a count out.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}
PAGE_CACHE_SECONDS = int(env.option("PAGE_CACHE_SECONDS"))
REMEMBERED_SECONDS = int(env.option("REMEMBERED_SECONDS"))

SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "thidua.web.shell.views.errors.form_expired"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env.switch("HTTPS"):
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

# The editor's desk (Wagtail): our own sign-in, our own addresses for the pages, no call to anybody outside.
WAGTAIL_SITE_NAME = office_name()  # follows what the site calls itself on the screen
WAGTAILADMIN_BASE_URL = env.option("SITE_URL").rstrip("/") or "http://localhost"
WAGTAILADMIN_LOGIN_URL = "sign-in"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_I18N_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "portal.EditorialImage"
WAGTAILIMAGES_RENDITION_STORAGE = "pictures"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "thidua.portal.desk.file_form.FileForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "odt", "ods", "csv", "zip"]
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # a file is saved, never opened inside our address
WAGTAILIMAGES_MAX_UPLOAD_SIZE = MAX_UPLOAD_BYTES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAILADMIN_COMMENTS_ENABLED = True
TAGGIT_CASE_INSENSITIVE = True

OFFICE_NAME = env.option("OFFICE_NAME")
OFFICE_NAME_EN = env.option("OFFICE_NAME_EN")
PROVINCE_NAME = env.option("PROVINCE_NAME")
PROVINCE_NAME_EN = env.option("PROVINCE_NAME_EN")
HELP_CONTACT = env.option("HELP_CONTACT")
STALE_MOVEMENT_DAYS = int(env.option("STALE_MOVEMENT_DAYS"))
SITE_URL = env.option("SITE_URL").rstrip("/")
CERTIFICATE_KEY = env.option("CERTIFICATE_KEY")
DATA_KEY = env.option("DATA_KEY")
SIGNER = env.option("SIGNER")

# No address of a mail server: what would leave is written to the console.
EMAIL = env.email()
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL.host else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = EMAIL.host, EMAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL.user, EMAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL.starttls, EMAIL.tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.option("EMAIL_FROM")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
